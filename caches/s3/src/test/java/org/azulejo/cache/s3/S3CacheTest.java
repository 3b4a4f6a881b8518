package org.azulejo.cache.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.cache.s3server.OneAtATime;
import org.azulejo.cache.s3server.S3Server;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileKeepingContract;
import org.azulejo.testkit.TileLocksContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("try")
class S3CacheTest implements TileKeepingContract, TileLocksContract {
  private static final TileKey KEY = TileSamples.key("osm");
  private static final String STORED = "/osm/12/656/1582.png";
  private static S3Server server;
  private static OneAtATime inTurn;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start();
    inTurn = new OneAtATime(server);
  }

  @AfterAll
  static void stop() throws Exception {
    inTurn.close();
    server.close();
  }

  @BeforeEach
  void empty() throws Exception {
    server.empty();
  }

  @Override
  public TileCache cache() {
    return cache("");
  }

  @Override
  public TileCache server() {
    return cache(inTurn.address(), "");
  }

  private static TileCache cache(String more) {
    return cache(server.address(), more);
  }

  private static TileCache cache(URI endpoint, String more) {
    return new S3Factory().create(TestOptions.of(Options.at(endpoint, more)));
  }

  @Test
  void theKeysAndValuesAreTileStaches() throws Exception {
    var tile = TileSamples.tile(KEY, 1000);
    try (TileCache cache = cache();
        TileCache prefixed = cache(", 'path': '/lab/maps/'")) {
      cache.write(KEY, tile, Duration.ZERO);
      prefixed.write(
          new TileKey("a/b", new Coordinate(1, -2, 3), Format.JPEG), tile, Duration.ZERO);
      cache.write(new TileKey("osm", KEY.coordinate(), TileSamples.GEOJSON), tile, Duration.ZERO);
      cache.write(new TileKey("osm", KEY.coordinate(), Format.PNG, 2), tile, Duration.ZERO);
    }
    assertThat(server.keys())
        .containsExactlyInAnyOrder(
            STORED,
            "lab/maps/a/b/1/-2/3.jpeg",
            "/osm/12/656/1582.geojson",
            "/osm/12/656/1582@2x.png");
    assertThat(server.get(STORED).body()).isEqualTo(tile.bytes());
  }

  @Test
  void anObjectHasItsMediaTypeAndStorageClass() throws Exception {
    try (TileCache cache = cache(", 'storage class': 'STANDARD_IA'")) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
    }
    HttpResponse<byte[]> stored = server.get(STORED);
    assertThat(stored.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(stored.headers().firstValue("x-amz-storage-class")).hasValue("STANDARD_IA");
  }

  @Test
  void aTileIsAsOldAsItsObject() throws Exception {
    try (TileCache cache = cache()) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ofSeconds(90));
      Instant made = cache.read(KEY).orElseThrow().made();
      assertThat(made.getNano()).isZero();
      assertThat(cache.readSince(KEY, made)).isEmpty();
      assertThat(cache.readSince(KEY, made.minusSeconds(1))).isPresent();
    }
  }

  @Test
  void anEmptyValueIsNoTile() throws Exception {
    try (TileCache cache = cache()) {
      server.put(STORED, "");
      assertThat(cache.read(KEY)).isEmpty();
    }
  }

  @Test
  void aLockStandsWhereTileStacheLooksForIt() throws Exception {
    try (TileCache cache = cache()) {
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
      HttpResponse<byte[]> stored = server.get(STORED + "-lock");
      assertThat(new String(stored.body())).startsWith("locked.");
      assertThat(stored.headers().firstValue("Content-Type")).hasValue("text/plain");
      lock.close();
      assertThat(server.keys()).isEmpty();
    }
  }

  @Test
  void aLockThatTileStacheHasTakenOverIsLeftAlone() throws Exception {
    try (TileCache cache = cache()) {
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
      server.put(STORED + "-lock", "locked.");
      lock.close();
      assertThat(new String(server.get(STORED + "-lock").body())).isEqualTo("locked.");
    }
  }

  @Test
  void aLockThatADeadTileStacheHasLeftIsTakenOver() throws Exception {
    server.put(STORED + "-lock", "locked.");
    try (TileCache cache = cache()) {
      Instant before = Instant.now();
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofMillis(400));
      assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(400));
      lock.close();
    }
    assertThat(server.keys()).isEmpty();
  }

  @Test
  void thereAreNoLocksIfThereAreToBeNone() throws Exception {
    try (TileCache cache = cache(", 'use_locks': false")) {
      assertThat(cache.locks()).isEmpty();
    }
  }
}
