package org.azulejo.cache.memcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.TileKey;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;

class MemcacheKeysTest {
  private static final MemcacheKeys KEYS = new MemcacheKeys("", "0");

  @Test
  void theKeysAreTileStaches() {
    TileKey tile = TileSamples.key("osm");
    assertThat(KEYS.tile(tile)).isEqualTo("/0/osm/12/656/1582.PNG");
    assertThat(KEYS.lock(tile)).isEqualTo("/0/osm/12/656/1582.PNG-lock");
    assertThat(new MemcacheKeys("lab", "3").tile(new TileKey("ü", tile.coordinate(), Format.JPEG)))
        .isEqualTo("lab/3/ü/12/656/1582.JPEG");
    assertThat(KEYS.tile(new TileKey("osm", new Coordinate(1, -1, 0), TileSamples.GEOJSON)))
        .isEqualTo("/0/osm/1/-1/0.GeoJSON");
  }

  /** The digest is what {@code hashlib.sha1} of Python gives for 83 letters a. */
  @Test
  void aLongKeyKeepsItsEndsAsTileStaches() {
    TileKey tile = TileSamples.key("a".repeat(264));
    String end = "a".repeat(100 - "/12/656/1582.PNG".length()) + "/12/656/1582.PNG";
    assertThat(KEYS.tile(tile))
        .isEqualTo("/0/" + "a".repeat(97) + "88e81577c4f9448c16f0025b53004838f7859b08" + end)
        .hasSize(240);
    assertThat(KEYS.lock(tile)).isEqualTo(KEYS.tile(tile) + "-lock");
  }

  @Test
  void aKeyOf249LettersIsLeftAndOneOf250IsNot() {
    int around = KEYS.tile(TileSamples.key("")).length();
    assertThat(KEYS.tile(TileSamples.key("a".repeat(249 - around)))).hasSize(249);
    assertThat(KEYS.tile(TileSamples.key("a".repeat(250 - around)))).hasSize(240);
  }

  @Test
  void whatMemcachedRefusesBecomesADigest() {
    assertThat(KEYS.tile(TileSamples.key("with space"))).matches("[0-9a-f]{40}");
    assertThat(KEYS.tile(TileSamples.key("日本".repeat(50)))).matches("[0-9a-f]{40}");
    assertThat(KEYS.lock(TileSamples.key("a".repeat(228)))).matches("[0-9a-f]{40}");
  }

  @Test
  void aLifespanOfMoreThanThirtyDaysIsAMoment() {
    var expiry = new Expiry(() -> Instant.ofEpochSecond(1_800_000_000));
    assertThat(expiry.of(Duration.ZERO)).isZero();
    assertThat(expiry.of(Duration.ofMillis(1))).isEqualTo(1);
    assertThat(expiry.of(Duration.ofDays(30))).isEqualTo(2_592_000);
    assertThat(expiry.of(Duration.ofDays(60))).isEqualTo(1_805_184_000);
    assertThat(expiry.of(Duration.ofSeconds(Long.MAX_VALUE))).isZero();
  }
}
