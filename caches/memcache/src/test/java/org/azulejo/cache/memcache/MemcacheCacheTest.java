package org.azulejo.cache.memcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.azulejo.api.EncodedTile;
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

@Timeout(60)
@SuppressWarnings("try")
class MemcacheCacheTest implements TileKeepingContract, TileLocksContract {
  private static final TileKey KEY = TileSamples.key("osm");
  private static final String STORED = "/0/osm/12/656/1582.PNG";
  private static ServerProcess server;

  private Connection memcached;

  @BeforeAll
  static void start() throws Exception {
    server = ServerProcess.memcached("-I", "16m", "-m", "256");
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void empty() throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    memcached = new Connection(Wire.to(address, Duration.ofSeconds(10)));
    memcached.ask("flush_all");
  }

  @AfterEach
  void disconnect() {
    memcached.close();
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
    String options = "{'servers': ['127.0.0.1:" + server.port() + "']" + more + "}";
    return new MemcacheFactory().create(TestOptions.of(options));
  }

  private String stored(String key) throws Exception {
    return memcached.get(key).map(value -> new String(value.bytes())).orElse("");
  }

  @Test
  void theKeysAndValuesAreTileStaches() throws Exception {
    var tile = TileSamples.tile(KEY, 1000);
    try (TileCache cache = cache();
        TileCache other = cache(", 'key prefix': 'lab', 'revision': 4")) {
      cache.write(KEY, tile, Duration.ZERO);
      other.write(KEY, tile, Duration.ZERO);
    }
    String base64 = Base64.getEncoder().encodeToString(tile.bytes());
    assertThat(stored(STORED)).isEqualTo(base64);
    assertThat(stored("lab/4/osm/12/656/1582.PNG")).isEqualTo(base64);
  }

  @Test
  void theLifespanIsTheExpiry() throws Exception {
    try (TileCache cache = cache()) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ofMillis(500));
      while (cache.read(KEY).isPresent()) {
        Thread.onSpinWait();
      }
      assertThat(stored(STORED)).isEmpty();
    }
  }

  @Test
  void aTileThatGrowsOldKeepsItsAge() throws Exception {
    Instant made = Instant.parse("2026-01-01T12:00:00.123Z");
    var tile = new EncodedTile(KEY.format(), new byte[] {1}, made);
    try (TileCache cache = cache()) {
      cache.write(KEY, tile, Duration.ofSeconds(90));
      assertThat(cache.readSince(KEY, made.minusMillis(1)).orElseThrow().made()).isEqualTo(made);
      assertThat(cache.readSince(KEY, made)).isEmpty();
      assertThat(cache.readSince(KEY, Instant.MIN)).isPresent();
      memcached.delete(STORED + "-made");
      assertThat(cache.readSince(KEY, made)).isPresent();
      cache.write(KEY, tile, Duration.ofSeconds(90));
      cache.remove(KEY);
      assertThat(stored(STORED) + stored(STORED + "-made")).isEmpty();
    }
  }

  @Test
  void anEmptyValueIsNoTileAndOtherTextIsSaid() throws Exception {
    try (TileCache cache = cache()) {
      memcached.set(STORED, 0, new byte[0]);
      assertThat(cache.read(KEY)).isEmpty();
      memcached.set(STORED, 0, "no base64!".getBytes());
      assertThatThrownBy(() -> cache.read(KEY))
          .hasMessage("The value of " + STORED + " in memcached is not base64.");
    }
  }

  @Test
  void aLockStandsWhereTileStacheLooksForIt() throws Exception {
    try (TileCache cache = cache()) {
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
      assertThat(stored(STORED + "-lock")).startsWith("locked.");
      assertThat(memcached.add(STORED + "-lock", 15, "locked.".getBytes())).isFalse();
      lock.close();
      assertThat(memcached.add(STORED + "-lock", 15, "locked.".getBytes())).isTrue();
    }
  }

  @Test
  void aLockExpiresByItself() throws Exception {
    try (TileCache cache = cache()) {
      cache.locks().orElseThrow().lock(KEY, Duration.ofMillis(500));
      while (!stored(STORED + "-lock").isEmpty()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aLockThatTileStacheHasTakenOverIsLeftAlone() throws Exception {
    try (TileCache cache = cache()) {
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
      memcached.set(STORED + "-lock", 0, "locked.".getBytes());
      lock.close();
      assertThat(stored(STORED + "-lock")).isEqualTo("locked.");
    }
  }

  @Test
  void aLockThatADeadTileStacheHasLeftIsTakenOver() throws Exception {
    memcached.set(STORED + "-lock", 0, "locked.".getBytes());
    try (TileCache cache = cache()) {
      cache.locks().orElseThrow().lock(KEY, Duration.ofMillis(400)).close();
    }
    assertThat(stored(STORED + "-lock")).isEmpty();
  }
}
