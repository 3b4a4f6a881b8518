package org.azulejo.cache.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileKeepingContract;
import org.azulejo.testkit.TileLocksContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = AzuriteInstallation.IS_THERE, disabledReason = AzuriteInstallation.IS_MISSING)
@Timeout(60)
@SuppressWarnings("try")
class AzureCacheTest implements TileKeepingContract, TileLocksContract {
  private static final TileKey KEY = TileSamples.key("osm");
  private static final String STORED = "osm/12/656/1582.png";
  private static Azurite azurite;

  @BeforeAll
  static void start() throws Exception {
    azurite = Azurite.start();
  }

  @AfterAll
  static void stop() throws Exception {
    azurite.close();
  }

  @BeforeEach
  void empty() throws Exception {
    azurite.empty();
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
    return create(Sections.byKey(azurite.address(), more));
  }

  private static TileCache create(String section) {
    return new AzureFactory(Map.of()).create(TestOptions.of(section));
  }

  private static void keepsATile(TileCache cache) throws Exception {
    cache.write(KEY, TileSamples.tile(KEY, 100), Duration.ZERO);
    assertThat(cache.read(KEY)).isPresent();
    cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15)).close();
    cache.remove(KEY);
    assertThat(azurite.names()).isEmpty();
  }

  @Test
  void theNamesBeginWithThePathOrTheLayer() throws Exception {
    var tile = TileSamples.tile(KEY, 1000);
    try (TileCache cache = cache();
        TileCache prefixed = cache(", 'path': '/lab/maps/'")) {
      cache.write(KEY, tile, Duration.ZERO);
      prefixed.write(
          new TileKey("a/b", new Coordinate(1, -2, 3), Format.JPEG), tile, Duration.ZERO);
      cache.write(new TileKey("osm", KEY.coordinate(), Format.PNG, 2), tile, Duration.ZERO);
    }
    assertThat(azurite.names())
        .containsExactlyInAnyOrder(STORED, "lab/maps/a/b/1/-2/3.jpeg", "osm/12/656/1582@2x.png");
    HttpResponse<byte[]> stored = azurite.get(STORED);
    assertThat(stored.body()).isEqualTo(tile.bytes());
    assertThat(stored.headers().firstValue("Content-Type")).hasValue("image/png");
  }

  @Test
  void aTileIsAsOldAsItsBlob() throws Exception {
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
      azurite.put(STORED, "");
      assertThat(cache.read(KEY)).isEmpty();
    }
  }

  @Test
  void aLockStandsBesideItsTile() throws Exception {
    try (TileCache cache = cache()) {
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
      HttpResponse<byte[]> stored = azurite.get(STORED + "-lock");
      assertThat(new String(stored.body())).startsWith("locked.");
      assertThat(stored.headers().firstValue("Content-Type")).hasValue("text/plain");
      lock.close();
      assertThat(azurite.names()).isEmpty();
    }
  }

  @Test
  void aLockThatAnotherHasTakenOverIsLeftAlone() throws Exception {
    try (TileCache cache = cache()) {
      TileLock lock = cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
      azurite.put(STORED + "-lock", "locked.another");
      lock.close();
      assertThat(azurite.names()).containsExactly(STORED + "-lock");
    }
  }

  @Test
  void aConnectionStringSaysItAll() throws Exception {
    String connection =
        "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;BlobEndpoint=%s;"
            .formatted(Azurite.ACCOUNT, Azurite.KEY, azurite.address());
    try (TileCache cache = create(Sections.connected(connection))) {
      keepsATile(cache);
    }
  }

  @Test
  void aSharedAccessSignatureIsEnough() throws Exception {
    String signature = Azurite.signature("rwcd");
    try (TileCache cache = create(Sections.bySignature(azurite.address(), "?" + signature))) {
      keepsATile(cache);
    }
    String connection =
        "blobendpoint=%s/;SharedAccessSignature=%s".formatted(azurite.address(), signature);
    try (TileCache cache = create(Sections.connected(connection))) {
      keepsATile(cache);
    }
  }

  @Test
  void aSignatureThatAllowsTooLittleIsSaid() throws Exception {
    String section = Sections.bySignature(azurite.address(), Azurite.signature("r"));
    try (TileCache cache = create(section)) {
      assertThat(cache.read(KEY)).isEmpty();
      assertThatThrownBy(() -> cache.write(KEY, TileSamples.tile(KEY, 100), Duration.ZERO))
          .hasMessageContaining("write and delete its blobs");
      assertThat(cache.read(KEY)).isEmpty();
    }
  }

  @Test
  void aSignatureThatHasEndedIsToBeMadeAnew() throws Exception {
    String signature =
        SasSamples.signature(
            Azurite.ACCOUNT, Azurite.KEY, "rwcd", Instant.parse("2024-05-06T07:08:09Z"));
    try (TileCache cache = create(Sections.bySignature(azurite.address(), signature))) {
      assertThat(catchThrowable(() -> cache.read(KEY)).toString())
          .contains("good until 2024-05-06T07:08:09Z", "make a new one")
          .doesNotContain("sig=");
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
    }
  }

  @Test
  void aWrongKeyIsSaidAndNotShown() throws Exception {
    String section = Sections.byKey(azurite.address(), "d3JvbmctT25l", "");
    try (TileCache cache = create(section)) {
      assertThat(catchThrowable(() -> cache.read(KEY)).toString())
          .contains("correct \"key\"")
          .doesNotContain("d3JvbmctT25l");
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
    }
  }

  @Test
  void aContainerThatIsNotThereIsSaid() throws Exception {
    String section = Sections.byKey(azurite.address(), "").replace("'tiles'", "'other'");
    try (TileCache cache = create(section)) {
      assertThatThrownBy(() -> cache.read(KEY)).hasMessageContaining("There is no container other");
      assertThatThrownBy(() -> cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO))
          .hasMessageContaining("There is no container other");
    }
  }
}
