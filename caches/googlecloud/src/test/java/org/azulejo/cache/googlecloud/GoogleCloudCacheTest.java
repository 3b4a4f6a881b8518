package org.azulejo.cache.googlecloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileKeepingContract;
import org.azulejo.testkit.TileLocksContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the access keys that TileStache has, too. */
@Timeout(60)
@SuppressWarnings("try")
class GoogleCloudCacheTest implements TileKeepingContract, TileLocksContract {
  private static final TileKey KEY = TileSamples.key("osm");
  private static final String STORED = "osm/12/656/1582.png";
  private static final String ACCESS = "GOOG1EXAMPLE";
  private static final String SECRET = "bGoa+V7g/yqDXvKRqq+JTFn4uQZbPiQJo4pf9RzJ";

  private FakeGoogle google;

  @BeforeEach
  void start() throws Exception {
    google = new FakeGoogle(new HmacCheck(ACCESS, SECRET));
  }

  @AfterEach
  void stop() {
    google.close();
  }

  @Override
  public TileCache cache() {
    return cache(SECRET, "");
  }

  @Override
  public TileCache server() {
    return cache();
  }

  private TileCache cache(String secret, String more) {
    return create(
        google.address(), "'access': '%s', 'secret': '%s'".formatted(ACCESS, secret) + more);
  }

  @Test
  void aPasswordInTheAddressIsRefusedAndNotShown() {
    assertThatThrownBy(() -> create(URI.create("http://user:word@127.0.0.1:1"), "'policy': ''"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("endpoint")
        .hasMessageNotContaining("word@");
  }

  private static TileCache create(URI endpoint, String more) {
    return new GoogleCloudFactory(Map.of())
        .create(
            TestOptions.of("{'bucket': 'tiles', 'endpoint': '%s', %s}".formatted(endpoint, more)));
  }

  @Test
  void theKeysAndValuesAreTileStaches() throws Exception {
    var tile = TileSamples.tile(KEY, 1000);
    try (TileCache cache = cache();
        TileCache own = cache(SECRET, ", 'policy': ''")) {
      cache.write(KEY, tile, Duration.ZERO);
      own.write(new TileKey("osm", KEY.coordinate(), Format.JPEG), tile, Duration.ZERO);
    }
    assertThat(google.keys()).containsExactly("osm/12/656/1582.jpeg", STORED);
    assertThat(google.stored(STORED).bytes()).isEqualTo(tile.bytes());
    assertThat(google.stored(STORED).mediaType()).isEqualTo("image/png");
    assertThat(google.stored(STORED).acl()).isEqualTo("public-read");
    assertThat(google.stored("osm/12/656/1582.jpeg").acl()).isEmpty();
  }

  @Test
  void aLockStandsWhereTileStacheLooksForIt() throws Exception {
    try (TileCache cache = cache()) {
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
      assertThat(new String(google.stored(STORED + "-lock").bytes())).startsWith("locked.");
      google.put(STORED + "-lock", "locked.");
      lock.close();
      assertThat(google.keys()).containsExactly(STORED + "-lock");
    }
  }

  @Test
  void aLockThatADeadTileStacheHasLeftIsTakenOver() throws Exception {
    google.put(STORED + "-lock", "locked.");
    try (TileCache cache = cache()) {
      Instant before = Instant.now();
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofMillis(400));
      assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(400));
      lock.close();
    }
    assertThat(google.keys()).isEmpty();
  }

  @Test
  void aWrongSecretIsSaidAndNotShown() throws Exception {
    try (TileCache cache = cache("wrong-one", "")) {
      assertThat(catchThrowable(() -> cache.read(KEY)).toString())
          .contains("correct \"secret\"")
          .doesNotContain("wrong-one");
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
    }
  }
}
