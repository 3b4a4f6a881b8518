package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.TileKey;
import org.azulejo.engine.fake.HandClock;
import org.azulejo.engine.fake.MapCache;
import org.azulejo.engine.fake.Sections;
import org.azulejo.engine.projection.Projections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTest {
  private static final TileKey KEY = new TileKey("osm", new Coordinate(3, 1, 2), Format.PNG);

  private final HandClock clock = new HandClock();
  private final MapCache cache = new MapCache();
  private final Store store = store("{}");
  private final EncodedTile tile = new EncodedTile(Format.PNG, new byte[] {1}, clock.instant());
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final Logger log = Logger.getLogger(Complaint.class.getName());
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getLevel() == Level.WARNING) {
            warnings.add(entry.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private Store store(String json) {
    var settings =
        LayerSettings.of("osm", Sections.of(json), Sections.of("{}"), new Projections().mercator());
    return new Store(cache, settings, new RecentTiles(1 << 20, clock), clock);
  }

  @BeforeEach
  void listen() {
    log.setUseParentHandlers(false);
    log.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    log.removeHandler(listener);
    log.setUseParentHandlers(true);
  }

  @Test
  void whatIsWrittenIsRead() {
    store.write(Map.of(KEY, tile));
    assertThat(store.read(KEY, Duration.ZERO)).containsSame(tile);
    assertThat(cache.lifespans).containsExactly(Duration.ZERO);
  }

  @Test
  void aTileJustReadNeedsNoSecondLook() {
    cache.tiles.put(KEY, tile);
    assertThat(store.peek(KEY)).isEmpty();
    store.read(KEY, Duration.ZERO);
    assertThat(store.peek(KEY)).containsSame(tile);
    assertThat(cache.reads).hasValue(1);
  }

  @Test
  void aTileWrittenTakesThePlaceOfARecentOne() {
    cache.tiles.put(KEY, tile);
    store.read(KEY, Duration.ZERO);
    var fresh = new EncodedTile(Format.PNG, new byte[] {2}, clock.instant());
    store.write(Map.of(KEY, fresh));
    assertThat(store.peek(KEY)).isEmpty();
    assertThat(store.read(KEY, Duration.ZERO)).containsSame(fresh);
  }

  @Test
  void aTileOlderThanItsLifespanIsAMissEverywhere() {
    var limited = store("{'cache lifespan': 60}");
    limited.write(Map.of(KEY, tile));
    assertThat(cache.lifespans).containsExactly(Duration.ofSeconds(60));
    clock.advance(Duration.ofMillis(59_500));
    assertThat(limited.read(KEY, Duration.ZERO)).isPresent();
    assertThat(limited.peek(KEY)).isPresent();
    clock.advance(Duration.ofMillis(500));
    assertThat(limited.peek(KEY)).isEmpty();
    assertThat(limited.read(KEY, Duration.ZERO)).isEmpty();
    assertThat(store.read(KEY, Duration.ZERO)).isPresent();
  }

  @Test
  void aTileWithoutBytesIsNone() {
    var empty = new EncodedTile(Format.PNG, new byte[0], clock.instant());
    cache.tiles.put(KEY, empty);
    cache.peeks = true;
    assertThat(store.read(KEY, Duration.ZERO)).isEmpty();
    assertThat(store.peek(KEY)).isEmpty();
  }

  @Test
  void withoutWritingItStillReadsAndTakesNoLock() throws Exception {
    cache.lockable();
    var readOnly = store("{'write cache': 'false'}");
    readOnly.write(Map.of(KEY, tile));
    readOnly.hold(KEY).close();
    assertThat(cache.tiles).isEmpty();
    assertThat(cache.locked).hasValue(0);
    cache.tiles.put(KEY, tile);
    assertThat(readOnly.read(KEY, Duration.ZERO)).containsSame(tile);
  }

  @Test
  void aBrokenCacheIsAMissAndSaidOnce() throws Exception {
    cache.tiles.put(KEY, tile);
    for (Throwable cause : new Throwable[] {new IOException("disk"), new NoClassDefFoundError()}) {
      warnings.clear();
      cache.broken = cause;
      for (int i = 0; i < 3; i++) {
        assertThat(store.read(KEY, Duration.ZERO)).isEmpty();
        store.write(Map.of(KEY, tile));
      }
      assertThat(warnings).hasSize(2);
      cache.broken = null;
      assertThat(store.read(KEY, Duration.ZERO)).isPresent();
      store.write(Map.of(KEY, tile));
    }
  }

  @Test
  void aCacheThatCanOnlyReadIsSaidOnceToo() {
    cache.tiles.put(KEY, tile);
    for (int i = 0; i < 3; i++) {
      assertThat(store.read(KEY, Duration.ZERO)).isPresent();
      cache.broken = new IOException("full");
      store.write(Map.of(KEY, tile));
      cache.broken = null;
    }
    assertThat(warnings).hasSize(1);
  }

  @Test
  void aPeekThatFailsIsAMiss() {
    cache.broken = new IllegalStateException("closed");
    assertThat(store.peek(KEY)).isEmpty();
  }

  @Test
  void aCacheWithoutLocksLocksNothing() throws Exception {
    store.hold(KEY).close();
    assertThat(warnings).isEmpty();
  }

  @Test
  void lockAndTimeoutGoToTheCache() throws Exception {
    var seen = new CopyOnWriteArrayList<Object>();
    cache.locks =
        (key, stale) -> {
          seen.add(key);
          seen.add(stale);
          return () -> seen.add("released");
        };
    try (var lock = store("{'stale lock timeout': 7}").hold(KEY)) {
      assertThat(seen).containsExactly(KEY, Duration.ofSeconds(7));
    }
    assertThat(seen).endsWith("released");
  }

  @Test
  void aLockThatFailsIsNone() throws Exception {
    cache.locks =
        (key, stale) -> {
          throw new IOException("no network");
        };
    store.hold(KEY).close();
    cache.locks =
        (key, stale) ->
            () -> {
              throw new IOException("no network");
            };
    store.hold(KEY).close();
    cache.broken = new IllegalStateException("closed");
    store.hold(KEY).close();
    assertThat(warnings).isNotEmpty();
  }

  @Test
  void whoeverIsInterruptedHearsOfIt() {
    cache.locks =
        (key, stale) -> {
          throw new InterruptedException();
        };
    assertThatThrownBy(() -> store.hold(KEY)).isInstanceOf(InterruptedException.class);
    cache.broken = new InterruptedException();
    assertThat(store.read(KEY, Duration.ZERO)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    store.write(Map.of(KEY, tile));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(warnings).isEmpty();
  }
}
