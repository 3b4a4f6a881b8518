package org.azulejo.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.testkit.ServerProcess;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileKeepingContract;
import org.azulejo.testkit.TileLocksContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

@Timeout(60)
@SuppressWarnings("try")
class RedisCacheTest implements TileKeepingContract, TileLocksContract {
  private static final TileKey KEY = TileSamples.key("osm");
  private static final String STORED = "/osm/12/656/1582.PNG";
  private static ServerProcess server;

  private RedisClient redis;

  @BeforeAll
  static void start() throws Exception {
    server = ServerProcess.redis();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void empty() {
    redis = RedisClient.create("127.0.0.1", server.port());
    redis.flushAll();
  }

  @AfterEach
  void disconnect() {
    redis.close();
  }

  @Override
  public TileCache cache() {
    return cache("");
  }

  @Override
  public TileCache server() {
    return cache("");
  }

  private static TileCache cache(String more) {
    String options = "{'host': '127.0.0.1', 'port': " + server.port() + more + "}";
    return new RedisFactory().create(TestOptions.of(options));
  }

  @Test
  void theKeysAndValuesAreTileStaches() throws Exception {
    var tile = TileSamples.tile(KEY, 1000);
    try (TileCache cache = cache();
        TileCache prefixed = cache(", 'key prefix': 'lab'")) {
      cache.write(KEY, tile, Duration.ZERO);
      prefixed.write(
          new TileKey("a/ü", new Coordinate(1, -2, 3), Format.JPEG), tile, Duration.ZERO);
      cache.write(new TileKey("osm", KEY.coordinate(), Format.PNG, 2), tile, Duration.ZERO);
    }
    assertThat(redis.keys("*"))
        .isEqualTo(Set.of(STORED, "lab/a/ü/1/-2/3.JPEG", "/osm/12/656/1582@2x.PNG"));
    assertThat(redis.get(STORED.getBytes())).isEqualTo(tile.bytes());
    assertThat(redis.ttl(STORED)).isEqualTo(-1);
  }

  @Test
  void aDatabaseOfItsOwnIsUsed() throws Exception {
    try (TileCache cache = cache(", 'db': 3")) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
    }
    assertThat(redis.info("keyspace")).contains("db3:keys=1");
  }

  @Test
  void theLifespanIsTheExpiry() throws Exception {
    try (TileCache cache = cache()) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ofSeconds(90));
      assertThat(redis.ttl(STORED)).isBetween(85L, 90L);
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ofSeconds(Long.MAX_VALUE));
      assertThat(redis.ttl(STORED)).isGreaterThan(Integer.MAX_VALUE);
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ofNanos(1));
      while (redis.exists(STORED)) {
        Thread.onSpinWait();
      }
      assertThat(cache.read(KEY)).isEmpty();
    }
  }

  @Test
  void aTileThatGrowsOldKeepsItsAge() throws Exception {
    Instant made = Instant.parse("2026-01-01T12:00:00.123Z");
    var tile = new EncodedTile(KEY.format(), new byte[] {1}, made);
    try (TileCache cache = cache()) {
      cache.write(KEY, tile, Duration.ofSeconds(90));
      assertThat(redis.ttl(STORED + "-made")).isBetween(85L, 90L);
      assertThat(cache.readSince(KEY, made.minusMillis(1)).orElseThrow().made()).isEqualTo(made);
      assertThat(cache.readSince(KEY, made)).isEmpty();
      assertThat(cache.readSince(KEY, Instant.MIN)).isPresent();
      cache.remove(KEY);
      assertThat(redis.keys("*")).isEmpty();
    }
  }

  @Test
  void aTileWhoseAgeNobodyWroteDownSeemsNew() throws Exception {
    try (TileCache cache = cache()) {
      redis.set(STORED, "tile");
      redis.set(STORED + "-made", "yesterday");
      Instant before = Instant.now().minusSeconds(1);
      assertThat(cache.readSince(KEY, before)).isPresent();
      redis.del(STORED + "-made");
      assertThat(cache.readSince(KEY, before)).isPresent();
    }
  }

  @Test
  void anEmptyValueIsNoTile() throws Exception {
    try (TileCache cache = cache()) {
      redis.set(STORED, "");
      assertThat(cache.read(KEY)).isEmpty();
    }
  }

  @Test
  void aLockStandsWhereTileStacheLooksForItAndExpiresByItself() throws Exception {
    try (TileCache cache = cache()) {
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
      assertThat(redis.get(STORED + "-lock")).startsWith("locked.");
      assertThat(redis.pttl(STORED + "-lock")).isBetween(1L, 15_000L);
      lock.close();
      assertThat(redis.exists(STORED + "-lock")).isFalse();
    }
  }

  @Test
  void aLockThatTileStacheHasTakenOverIsLeftAlone() throws Exception {
    try (TileCache cache = cache()) {
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
      redis.set(STORED + "-lock", "locked.");
      lock.close();
      assertThat(redis.get(STORED + "-lock")).isEqualTo("locked.");
    }
  }

  @Test
  void aLockThatADeadTileStacheHasLeftIsTakenOver() throws Exception {
    redis.set(STORED + "-lock", "locked.", SetParams.setParams().nx());
    try (TileCache cache = cache()) {
      Instant before = Instant.now();
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofMillis(400));
      assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(400));
      lock.close();
    }
    assertThat(redis.exists(STORED + "-lock")).isFalse();
  }
}
