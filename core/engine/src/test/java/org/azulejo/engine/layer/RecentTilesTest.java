package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.engine.fake.HandClock;
import org.azulejo.engine.fake.MapCache;
import org.junit.jupiter.api.Test;

class RecentTilesTest {
  private final HandClock clock = new HandClock();
  private final RecentTiles recent = new RecentTiles(1000, clock);
  private final TileCache cache = new MapCache();

  private static TileKey key(int column) {
    return new TileKey("osm", new Coordinate(10, column, 0), Format.PNG);
  }

  private EncodedTile tile(int size) {
    return new EncodedTile(Format.PNG, new byte[size], clock.instant());
  }

  @Test
  void aTileIsThereForOneSecondAtLeast() {
    EncodedTile tile = tile(10);
    recent.put(cache, key(1), tile);
    clock.advance(Duration.ofMillis(999));
    assertThat(recent.get(cache, key(1))).isSameAs(tile);
    assertThat(recent.get(cache, key(2))).isNull();
    assertThat(recent.get(new MapCache(), key(1))).isNull();
  }

  @Test
  void aTileIsGoneAfterTwoSecondsAtMostHoweverOftenItIsAskedFor() {
    recent.get(cache, key(1));
    clock.advance(Duration.ofMillis(500));
    recent.put(cache, key(1), tile(10));
    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.ofMillis(100));
      recent.get(cache, key(1));
    }
    assertThat(recent.get(cache, key(1))).isNull();
  }

  @Test
  void aTileIsGoneAfterASilence() {
    recent.put(cache, key(1), tile(10));
    clock.advance(Duration.ofSeconds(3));
    assertThat(recent.get(cache, key(1))).isNull();
  }

  @Test
  void aClockThatIsSetBackKeepsNothingLonger() {
    recent.put(cache, key(1), tile(10));
    clock.advance(Duration.ofHours(-1));
    recent.get(cache, key(1));
    clock.advance(Duration.ofSeconds(2));
    assertThat(recent.get(cache, key(1))).isNull();
  }

  @Test
  void aForgottenTileIsGoneAtOnceFromBothGenerations() {
    recent.put(cache, key(1), tile(10));
    clock.advance(Duration.ofMillis(1500));
    recent.put(cache, key(2), tile(10));
    assertThat(recent.get(cache, key(1))).isNotNull();
    recent.forget(cache, key(1));
    recent.forget(cache, key(2));
    assertThat(recent.get(cache, key(1))).isNull();
    assertThat(recent.get(cache, key(2))).isNull();
  }

  @Test
  void afterClearingItIsEmptyAndUsableAsBefore() {
    recent.put(cache, key(1), tile(500));
    recent.clear();
    assertThat(recent.get(cache, key(1))).isNull();
    recent.put(cache, key(2), tile(500));
    assertThat(recent.get(cache, key(2))).isNotNull();
  }

  @Test
  void itIsFullAtHalfOfItsBytesPerGeneration() {
    recent.put(cache, key(1), tile(400));
    recent.put(cache, key(2), tile(101));
    recent.put(cache, key(3), tile(100));
    assertThat(recent.get(cache, key(1))).isNotNull();
    assertThat(recent.get(cache, key(2))).isNull();
    assertThat(recent.get(cache, key(3))).isNotNull();
    clock.advance(Duration.ofMillis(1000));
    recent.put(cache, key(2), tile(500));
    assertThat(recent.get(cache, key(2))).isNotNull();
    assertThat(recent.get(cache, key(1))).isNotNull();
  }

  @Test
  void theSameTileCountsOnce() {
    for (int i = 0; i < 100; i++) {
      recent.put(cache, key(1), tile(100));
    }
    recent.put(cache, key(2), tile(400));
    assertThat(recent.get(cache, key(2))).isNotNull();
  }

  @Test
  void withoutMemoryNothingIsKept() {
    var none = new RecentTiles(0, clock);
    none.put(cache, key(1), tile(1));
    assertThat(none.get(cache, key(1))).isNull();
  }
}
