package org.azulejo.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Set;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.testkit.CuttingRelay;
import org.azulejo.testkit.ServerProcess;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** A Redis that is not as it should be. */
@Timeout(60)
class RedisFaultsTest {
  private static final TileKey KEY = TileSamples.key("osm");

  private static TileCache cache(int port, String more) {
    String options = "{'host': '127.0.0.1', 'timeout': 0.5, 'port': " + port + more + "}";
    return new RedisFactory().create(TestOptions.of(options));
  }

  @Test
  void aCacheConnectsAtFirstUse() throws Exception {
    try (ServerProcess server = ServerProcess.redis();
        RedisClient redis = RedisClient.create("127.0.0.1", server.port())) {
      String before = connections(redis);
      try (TileCache cache = cache(server.port(), "")) {
        assertThat(connections(redis)).isEqualTo(before);
        assertThat(cache.read(KEY)).isEmpty();
        assertThat(connections(redis)).isNotEqualTo(before);
      }
    }
  }

  private static String connections(RedisClient redis) {
    return redis
        .info("stats")
        .lines()
        .filter(line -> line.startsWith("total_connections_received"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aStoppedRedisIsPassedOverUntilItIsBack() throws Exception {
    try (ServerProcess server = ServerProcess.redis();
        TileCache cache = cache(server.port(), "")) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      server.stop();
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(JedisConnectionException.class);
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
      assertThatThrownBy(() -> cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15)))
          .isInstanceOf(ServerDownException.class);
      server.restart();
      awaitRecovery(cache);
    }
  }

  /** Its idle connections are broken, but it answers. */
  @Test
  void aRedisThatWasRestartedMeanwhileIsNotMissed() throws Exception {
    try (ServerProcess server = ServerProcess.redis();
        TileCache cache = cache(server.port(), "")) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      server.restart();
      assertThat(cache.read(KEY)).isEmpty();
    }
  }

  @Test
  void aSilentRedisCostsOneTimeoutAndIsUsedAgainAfterwards() throws Exception {
    try (ServerProcess server = ServerProcess.redis();
        TileCache cache = cache(server.port(), "")) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      server.pause();
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(JedisConnectionException.class);
      for (int i = 0; i < 1000; i++) {
        assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
      }
      server.resume();
      awaitRecovery(cache);
      assertThat(cache.read(KEY)).isPresent();
    }
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() throws Exception {
    try (ServerProcess server = ServerProcess.redis("--requirepass", "right");
        TileCache cache = cache(server.port(), ", 'password': 'wrong-one'");
        TileCache none = cache(server.port(), "");
        TileCache right = cache(server.port(), ", 'password': 'right', 'user': 'default'")) {
      assertThat(catchThrowable(() -> cache.read(KEY)).toString())
          .contains("WRONGPASS")
          .doesNotContain("wrong-one");
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
      assertThatThrownBy(() -> none.read(KEY)).hasMessageContaining("NOAUTH");
      assertThat(right.read(KEY)).isEmpty();
    }
  }

  @Test
  void aFullRedisKeepsNothingMoreButIsStillRead() throws Exception {
    try (ServerProcess server = ServerProcess.redis("--maxmemory", "4mb");
        TileCache cache = cache(server.port(), "")) {
      cache.write(KEY, TileSamples.tile(KEY, 1000), Duration.ZERO);
      assertThatThrownBy(() -> fill(cache))
          .isInstanceOf(JedisDataException.class)
          .hasMessageContaining("OOM");
      assertThat(cache.read(KEY)).isPresent();
    }
  }

  private static void fill(TileCache cache) throws Exception {
    for (int row = 0; row < 100; row++) {
      TileKey key = TileSamples.key("large", 9, 0, row);
      cache.write(key, TileSamples.tile(key, 1_000_000), Duration.ZERO);
    }
  }

  @Test
  void aPlainRedisIsNotTakenForOneWithTls() throws Exception {
    try (ServerProcess server = ServerProcess.redis();
        TileCache cache = cache(server.port(), ", 'tls': true")) {
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(JedisConnectionException.class);
    }
  }

  @Test
  void aValueThatIsCutOffIsNoTileAndNotKept() throws Exception {
    EncodedTile tile = TileSamples.tile(KEY, 500_000);
    try (ServerProcess server = ServerProcess.redis();
        CuttingRelay relay = new CuttingRelay(server.port());
        TileCache direct = cache(server.port(), "");
        TileCache cache = cache(relay.port(), "")) {
      cache.write(KEY, tile, Duration.ZERO);
      relay.cutAnswersAfter(100_000);
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(Exception.class);
      relay.cutAnswersAfter(Integer.MAX_VALUE);
      awaitRecovery(cache);
      relay.cutRequestsAfter(100_000);
      assertThatThrownBy(() -> cache.write(KEY, TileSamples.tile(KEY, 400_000), Duration.ZERO))
          .isInstanceOf(Exception.class);
      assertThat(direct.read(KEY).orElseThrow().bytes()).isEqualTo(tile.bytes());
      relay.cutRequestsAfter(Integer.MAX_VALUE);
      awaitRecovery(cache);
      assertThat(cache.read(KEY).orElseThrow().bytes()).isEqualTo(tile.bytes());
    }
  }

  @Test
  void noThreadIsLeftBehind() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (ServerProcess server = ServerProcess.redis();
        TileCache cache = cache(server.port(), "")) {
      cache.read(KEY);
      server.stop();
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(JedisConnectionException.class);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread))
        .extracting(Thread::getName)
        .filteredOn(name -> !name.startsWith("process reaper"))
        .isEmpty();
  }

  @Test
  void aMistakeInTheOptionsIsTold() {
    assertThatThrownBy(() -> cache(70_000, ""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("port");
  }

  private static void awaitRecovery(TileCache cache) throws InterruptedException {
    while (catchThrowable(() -> cache.read(KEY)) != null) {
      Thread.sleep(20);
    }
  }
}
