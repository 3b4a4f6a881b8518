package org.azulejo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link TileCache} promises, even one that keeps nothing. The test of a cache
 * implements this, or {@link TileKeepingContract}, which holds more.
 */
public interface TileCacheContract {
  /** A new and empty cache; the contract closes it. Called once by each test. */
  TileCache cache() throws Exception;

  @Test
  default void anUnknownTileIsAMiss() throws Exception {
    try (TileCache cache = cache()) {
      assertThat(cache.read(TileSamples.key("unknown"))).isEmpty();
      assertThat(cache.peek(TileSamples.key("unknown"))).isEmpty();
    }
  }

  @Test
  default void anUnknownTileIsEasilyForgotten() throws Exception {
    try (TileCache cache = cache()) {
      cache.remove(TileSamples.key("unknown"));
      assertThat(cache.read(TileSamples.key("unknown"))).isEmpty();
    }
  }

  @Test
  default void aRemovedTileIsAMiss() throws Exception {
    TileKey key = TileSamples.key("osm");
    try (TileCache cache = cache()) {
      cache.write(key, TileSamples.tile(key, 100), Duration.ZERO);
      cache.remove(key);
      assertThat(cache.read(key)).isEmpty();
      assertThat(cache.peek(key)).isEmpty();
    }
  }

  @Test
  default void aTileIsNotTakenForItsNeighbours() throws Exception {
    TileKey key = TileSamples.key("osm", 3, 4, 5);
    try (TileCache cache = cache()) {
      cache.write(key, TileSamples.tile(key, 100), Duration.ZERO);
      assertThat(cache.read(TileSamples.key("osm", 3, 5, 4))).isEmpty();
      assertThat(cache.read(TileSamples.key("osm", 4, 4, 5))).isEmpty();
      assertThat(cache.read(TileSamples.key("osm", 3, -4, 5))).isEmpty();
      assertThat(cache.read(TileSamples.key("osm2", 3, 4, 5))).isEmpty();
      assertThat(cache.read(new TileKey("osm", key.coordinate(), Format.JPEG))).isEmpty();
      assertThat(cache.read(new TileKey("osm", key.coordinate(), Format.PNG, 2))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group/inner",
        "with space",
        "dots.in.it",
        "..dots",
        "Gebäude",
        "100%25",
        "it's \"it\"",
        "日本"
      })
  default void anOddLayerNameIsAName(String layer) throws Exception {
    TileKey key = TileSamples.key(layer);
    try (TileCache cache = cache()) {
      assertThat(cache.read(key)).isEmpty();
      cache.write(key, TileSamples.tile(key, 100), Duration.ZERO);
      cache.remove(key);
      assertThat(cache.read(key)).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("try")
  default void closingTwiceIsHarmless() throws Exception {
    try (TileCache cache = cache()) {
      cache.close();
    }
  }
}
