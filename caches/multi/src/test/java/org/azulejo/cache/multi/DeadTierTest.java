package org.azulejo.cache.multi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tier that fails or dawdles, for others and in time. */
@Timeout(60)
class DeadTierTest {
  private final TileKey key = TileSamples.key("osm");
  private final EncodedTile tile = TileSamples.tile(key, 100);
  private final FakeCache dead = new FakeCache();
  private final FakeCache alive = new FakeCache();
  private TileCache multi = cache("{'tiers': [{}, {}]}");

  private TileCache cache(String options) {
    Iterator<TileCache> caches = List.<TileCache>of(dead, alive).iterator();
    return new MultiFactory().create(TestOptions.of(options, section -> caches.next()));
  }

  @AfterEach
  void closingLeavesNoThread() throws Exception {
    multi.close();
    eventually("no thread is left", () -> threads("azulejo ") == 0);
  }

  private static long threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'tiers': [{}, {}]}", "{'tiers': [{}, {}], 'race': true}"})
  void aTierThatTimesOutCostsOneRequestItsTimeoutAndIsBackWhenItAnswers(String options)
      throws Exception {
    multi = cache(options);
    dead.failsToRead = true;
    dead.timeout = Duration.ofMillis(150);
    assertThat(multi.read(key)).isEmpty();
    alive.tiles.put(key, tile);
    for (int i = 0; i < 50; i++) {
      assertThat(multi.read(key)).containsSame(tile);
    }
    assertThat(dead.asked(key)).isEqualTo(1);
    assertThat(dead.given).isSubsetOf(key);
    dead.failsToRead = false;
    dead.tiles.clear();
    eventually("it is asked again", () -> multi.read(key).isPresent() && dead.asked(key) > 1);
  }

  @Test
  void aTierOfWhichOnlyFailuresComeIsAskedNoMore() throws Exception {
    dead.failsToRead = true;
    alive.tiles.put(key, tile);
    for (int i = 0; i < 50; i++) {
      assertThat(multi.read(key)).containsSame(tile);
    }
    assertThat(dead.asked(key)).isEqualTo(3);
    dead.failsToRead = false;
    eventually("it is asked again", () -> multi.read(key).isPresent() && dead.asked(key) > 3);
  }

  @Test
  void oneTileThatCannotBeReadIsNoReasonToPassOverTheOthers() throws Exception {
    TileKey damaged = TileSamples.key("damaged");
    for (int i = 0; i < 10; i++) {
      dead.failsToRead = true;
      assertThat(multi.read(damaged)).isEmpty();
      dead.failsToRead = false;
      assertThat(multi.read(key)).isEmpty();
    }
    assertThat(dead.asked(key)).isEqualTo(10);
  }

  @Test
  void aFullDiskIsStillRead() throws Exception {
    dead.tiles.put(key, tile);
    dead.failsToWrite = true;
    for (int i = 0; i < 10; i++) {
      multi.write(TileSamples.key("new"), tile, Duration.ZERO);
      assertThat(multi.read(key)).containsSame(tile);
    }
    assertThat(alive.asked).isEmpty();
  }

  @Test
  void aDeadTierDelaysTheWritesToOthersOnce() throws Exception {
    dead.failsToRead = true;
    dead.failsToWrite = true;
    dead.timeout = Duration.ofMillis(150);
    for (int column = 0; column < 64; column++) {
      multi.write(TileSamples.key("osm", 6, column, 1), tile, Duration.ZERO);
    }
    assertThat(dead.given).hasSize(1);
    assertThat(alive.tiles).hasSize(64);
    assertThatThrownBy(() -> multi.remove(key))
        .hasMessageContaining("test.tiers[0] is passed over");
  }

  @Test
  void aDeadTierDelaysTheLockOnce() throws Exception {
    dead.failsToRead = true;
    dead.locks =
        Optional.of(
            (any, stale) -> {
              dead.asked.add(any);
              Thread.sleep(150);
              throw new IOException("no answer");
            });
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> multi.locks().orElseThrow().lock(key, Duration.ZERO))
          .hasMessageContaining("no answer");
    }
    assertThat(dead.asked(key)).isEqualTo(1);
  }

  private static void eventually(String what, Callable<Boolean> isTrue) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!isTrue.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(5);
    }
  }
}
