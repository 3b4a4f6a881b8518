package org.azulejo.cache.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileKeepingContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryCacheTest implements TileKeepingContract {
  @Override
  public TileCache cache() throws Exception {
    return cache("{}");
  }

  private static TileCache cache(String options) throws Exception {
    return new MemoryFactory().create(TestOptions.of(options));
  }

  @Test
  void aPeekFindsWhatWasWritten() throws Exception {
    TileKey key = TileSamples.key("osm");
    EncodedTile tile = TileSamples.tile(key, 100);
    TileCache cache = cache();
    cache.write(key, tile, Duration.ZERO);
    assertThat(cache.peek(key)).containsSame(tile);
  }

  @Test
  void itsSizeIsThatOfItsTilesAndWhatFindsThem() throws Exception {
    TileKey key = TileSamples.key("osm");
    TileCache cache = cache();
    assertThat(cache.size()).hasValue(0);
    cache.write(key, TileSamples.tile(key, 10_000), Duration.ZERO);
    assertThat(cache.size().orElseThrow()).isBetween(10_000L, 11_000L);
    cache.remove(key);
    assertThat(cache.size()).hasValue(0);
  }

  @Test
  void tilesGiveWayWhenTheMemoryIsUsedUp() throws Exception {
    TileCache cache = cache("{'megabytes': 0.5}");
    for (int column = 0; column < 500; column++) {
      TileKey key = TileSamples.key("osm", 12, column, 0);
      cache.write(key, TileSamples.tile(key, 10_000), Duration.ZERO);
    }
    assertThat(kept(cache, 500)).isBetween(40L, 51L);
  }

  @Test
  void manySmallTilesCountWithTheirKeys() throws Exception {
    TileCache cache = cache("{'megabytes': 0.5}");
    for (int column = 0; column < 5000; column++) {
      TileKey key = TileSamples.key("osm", 12, column, 0);
      cache.write(key, TileSamples.tile(key, 1), Duration.ZERO);
    }
    assertThat(kept(cache, 5000)).isLessThan(2200);
  }

  @Test
  void aTileLargerThanTheMemoryIsNotKept() throws Exception {
    TileKey key = TileSamples.key("osm");
    TileCache cache = cache("{'megabytes': 0.5}");
    cache.write(key, TileSamples.tile(key, 600_000), Duration.ZERO);
    assertThat(cache.read(key)).isEmpty();
  }

  @Test
  void aClosedCacheIsEmpty() throws Exception {
    TileKey key = TileSamples.key("osm");
    TileCache cache = cache();
    cache.write(key, TileSamples.tile(key, 100), Duration.ZERO);
    cache.close();
    assertThat(cache.read(key)).isEmpty();
  }

  @Test
  void noThreadsAreStarted() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    tilesGiveWayWhenTheMemoryIsUsedUp();
    assertThat(before).containsAll(Thread.getAllStackTraces().keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'megabytes': 0}", "{'megabytes': -1}", "{'megabytes': 'much'}"})
  void memoryThatIsNoneIsAProblem(String options) {
    assertThatThrownBy(() -> cache(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("test.megabytes: expected a number");
  }

  private static long kept(TileCache cache, int columns) {
    return IntStream.range(0, columns)
        .filter(column -> cache.peek(TileSamples.key("osm", 12, column, 0)).isPresent())
        .count();
  }
}
