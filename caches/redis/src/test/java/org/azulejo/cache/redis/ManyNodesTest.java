package org.azulejo.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.testkit.ServerProcess;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.commands.ProtocolCommand;

/** Redis behind Sentinels, and as a cluster. */
@Timeout(120)
@SuppressWarnings("try")
class ManyNodesTest {
  private static final TileKey KEY = TileSamples.key("osm");

  @TempDir Path folder;

  private static TileCache cache(String options) {
    return new RedisFactory().create(TestOptions.of("{'timeout': 0.5, " + options + "}"));
  }

  private static TileCache watched(ServerProcess sentinel) {
    return cache("'master name': 'tiles', 'sentinels': ['127.0.0.1:" + sentinel.port() + "']");
  }

  private ServerProcess sentinelOf(ServerProcess master) throws Exception {
    Path configuration = folder.resolve("sentinel.conf");
    Files.writeString(
        configuration,
        """
        sentinel monitor tiles 127.0.0.1 %d 1
        sentinel down-after-milliseconds tiles 300
        sentinel failover-timeout tiles 3000
        """
            .formatted(master.port()));
    return ServerProcess.sentinel(configuration);
  }

  /**
   * A cluster of one, on one bus port that is surely free; other nodes would only be more of it.
   */
  private static ServerProcess clusterNode(Path folder) throws Exception {
    return ServerProcess.redis(
        "--dir",
        Files.createDirectories(folder).toString(),
        "--cluster-enabled",
        "yes",
        "--cluster-port",
        Integer.toString(freePort()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private enum Cluster implements ProtocolCommand {
    CLUSTER;

    @Override
    public byte[] getRaw() {
      return name().getBytes();
    }
  }

  private static void order(ServerProcess node, String... words) {
    try (var redis = RedisClient.create("127.0.0.1", node.port())) {
      redis.sendCommand(Cluster.CLUSTER, words);
    }
  }

  private static void await(TileCache cache) throws Exception {
    while (true) {
      try {
        cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ofSeconds(90));
        return;
      } catch (Exception e) {
        Thread.sleep(50);
      }
    }
  }

  @Test
  void sentinelsTellWhereRedisIsAndWhereItWentWhenItDied() throws Exception {
    try (ServerProcess master = ServerProcess.redis();
        ServerProcess replica =
            ServerProcess.redis("--replicaof", "127.0.0.1", Integer.toString(master.port()));
        ServerProcess sentinel = sentinelOf(master)) {
      Set<String> before = threads();
      try (TileCache cache = watched(sentinel)) {
        EncodedTile tile = TileSamples.tile(KEY, 100);
        cache.write(KEY, tile, Duration.ofSeconds(90));
        try (TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15))) {
          assertThat(cache.read(KEY).orElseThrow().bytes()).isEqualTo(tile.bytes());
        }
        knowsItsReplica(sentinel);
        master.stop();
        await(cache);
        assertThat(cache.readSince(KEY, Instant.EPOCH)).isPresent();
        try (var redis = RedisClient.create("127.0.0.1", replica.port())) {
          assertThat(redis.exists("/osm/12/656/1582.PNG")).isTrue();
        }
      }
      assertThat(before).containsAll(threads());
    }
  }

  private static void knowsItsReplica(ServerProcess sentinel) throws Exception {
    try (var redis = RedisClient.create("127.0.0.1", sentinel.port())) {
      while (!redis.info("sentinel").contains("slaves=1")) {
        Thread.sleep(50);
      }
    }
  }

  private static Set<String> threads() throws InterruptedException {
    Thread.sleep(100);
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> !name.startsWith("process reaper"))
        .collect(Collectors.toSet());
  }

  @Test
  void sentinelsThatAreDownArePassedOverUntilTheyAreBack() throws Exception {
    try (ServerProcess master = ServerProcess.redis();
        ServerProcess sentinel = sentinelOf(master)) {
      sentinel.stop();
      try (TileCache cache = watched(sentinel)) {
        assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
        sentinel.restart();
        await(cache);
        assertThat(cache.read(KEY)).isPresent();
      }
    }
  }

  @Test
  void aClusterKeepsEachKeyWhereItBelongs() throws Exception {
    try (ServerProcess one = clusterNode(folder.resolve("one"));
        ServerProcess two = clusterNode(folder.resolve("two"))) {
      order(one, "ADDSLOTSRANGE", "0", "8000");
      order(two, "ADDSLOTSRANGE", "8001", "16383");
      order(two, "SET-CONFIG-EPOCH", "2");
      order(one, "MEET", "127.0.0.1", Integer.toString(two.port()), bus(two));
      isWhole(one);
      isWhole(two);
      Set<String> before = threads();
      try (TileCache cache = cache("'cluster': ['127.0.0.1:" + one.port() + "']")) {
        await(cache);
        for (int column = 0; column < 50; column++) {
          TileKey key = TileSamples.key("{a}}", 12, column, 0);
          EncodedTile tile = TileSamples.tile(key, 100);
          cache.write(key, tile, Duration.ofSeconds(90));
          try (TileLock lock = cache.locks().orElseThrow().lock(key, Duration.ofSeconds(15))) {
            assertThat(cache.readSince(key, Instant.EPOCH).orElseThrow().bytes())
                .isEqualTo(tile.bytes());
          }
        }
        for (int column = 0; column < 50; column++) {
          TileKey key = TileSamples.key("osm", 12, column, 0);
          cache.write(key, TileSamples.tile(key, 100), Duration.ZERO);
        }
        assertThat(keys(one)).isPositive();
        assertThat(keys(two)).isPositive();
        one.stop();
        assertThatThrownBy(
                () -> {
                  for (int column = 0; column < 50; column++) {
                    cache.read(TileSamples.key("osm", 12, column, 0));
                  }
                })
            .isInstanceOf(Exception.class);
      }
      assertThat(before).containsAll(threads());
    }
  }

  /** A node learns of the others by and by, and answers nothing before. */
  private static void isWhole(ServerProcess node) throws InterruptedException {
    try (var redis = RedisClient.create("127.0.0.1", node.port())) {
      while (!new String((byte[]) redis.sendCommand(Cluster.CLUSTER, "INFO"))
          .contains("cluster_state:ok")) {
        Thread.sleep(50);
      }
    }
  }

  private static String bus(ServerProcess node) {
    try (var redis = RedisClient.create("127.0.0.1", node.port())) {
      return redis.configGet("cluster-port").get("cluster-port");
    }
  }

  private static long keys(ServerProcess node) {
    try (var redis = RedisClient.create("127.0.0.1", node.port())) {
      return redis.dbSize();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'cluster': ['a:1'], 'sentinels': ['b:1']|cluster: expected either a cluster or sentinels,"
            + " found both.",
        "'cluster': []|cluster: expected at least one host:port, found none.",
        "'sentinels': 'somewhere'|sentinels: expected host:port, found \"somewhere\".",
        "'cluster': ['a:1'], 'db': 3|db: a cluster has only the database 0.",
      },
      quoteCharacter = '`')
  void nonsenseIsRefused(String options, String sentence) {
    assertThatThrownBy(() -> cache(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith(sentence);
  }
}
