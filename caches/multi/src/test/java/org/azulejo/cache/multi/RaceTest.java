package org.azulejo.cache.multi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileKeepingContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RaceTest implements TileKeepingContract {
  private final TileKey key = TileSamples.key("osm");
  private final EncodedTile tile = TileSamples.tile(key, 100);
  private final FakeCache first = new FakeCache();
  private final FakeCache second = new FakeCache();
  private final FakeCache third = new FakeCache();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final TileCache race = cache();

  @Override
  public TileCache cache() {
    Iterator<TileCache> caches = List.<TileCache>of(first, second, third).iterator();
    var options = TestOptions.of("{'tiers': [{}, {}, {}], 'race': true}", it -> caches.next());
    return new MultiFactory().create(options);
  }

  @AfterEach
  void closingLeavesNoThread() throws Exception {
    hanging.countDown();
    race.close();
    // The last of them are on their way out when the pool is done.
    while (threads() > 0) {
      Thread.sleep(1);
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("azulejo asks test.tiers["))
        .count();
  }

  @Test
  void theFirstThatHasTheTileAnswersAndNobodyWaitsForTheOthers() throws Exception {
    first.open = hanging;
    third.open = hanging;
    second.tiles.put(key, tile);
    assertThat(race.read(key)).containsSame(tile);
  }

  @Test
  void whatNoneHasIsNotThere() throws Exception {
    assertThat(race.read(key)).isEmpty();
    first.failsToRead = true;
    second.tiles.put(key, TileSamples.tile(key, 0));
    assertThat(race.read(key)).isEmpty();
  }

  @Test
  void aTileThatIsTooOldDoesNotWin() throws Exception {
    first.tiles.put(key, new EncodedTile(key.format(), new byte[] {1}, Instant.EPOCH));
    third.tiles.put(key, tile);
    assertThat(race.readSince(key, Instant.EPOCH)).containsSame(tile);
  }

  @Test
  void aTileIsBroughtToTheEarlierTiersThatHaveSaidThatTheyHaveItNot() throws Exception {
    second.open = hanging;
    third.open = new CountDownLatch(1);
    third.tiles.put(key, tile);
    var reading = new FutureTask<>(() -> race.read(key));
    new Thread(reading, "reads").start();
    while (first.asked.isEmpty()) {
      Thread.onSpinWait();
    }
    // It has been asked; until its answer is there, it may be passed over.
    do {
      Thread.sleep(20);
    } while (!isIdle("azulejo asks test.tiers[0]"));
    third.open.countDown();
    assertThat(reading.get()).containsSame(tile);
    assertThat(first.tiles).containsEntry(key, tile);
    assertThat(second.tiles).isEmpty();
  }

  private static boolean isIdle(String name) {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().equals(name))
        .allMatch(
            thread ->
                List.of(thread.getValue()).stream()
                    .noneMatch(frame -> frame.getClassName().endsWith("Runners")));
  }

  @Test
  void aTierThatHangsHoldsABoundedNumberOfThreadsAndIsPassedOver() throws Exception {
    first.open = hanging;
    second.tiles.put(key, tile);
    for (int i = 0; i < 200; i++) {
      assertThat(race.read(key)).containsSame(tile);
    }
    assertThat(first.asked).hasSize(Runners.MOST);
    assertThat(threads()).isLessThanOrEqualTo(3 * Runners.MOST);
    assertThat(race.read(TileSamples.key("unknown"))).isEmpty();
  }

  @Test
  void manyReadersFindTheirTiles() throws Exception {
    for (int column = 0; column < 100; column++) {
      TileKey some = TileSamples.key("osm", 9, column, 1);
      third.tiles.put(some, TileSamples.tile(some, 100));
    }
    var readers = new ArrayList<FutureTask<Optional<EncodedTile>>>();
    for (int column = 0; column < 16; column++) {
      TileKey some = TileSamples.key("osm", 9, column, 1);
      var reader = new FutureTask<>(() -> race.read(some));
      readers.add(reader);
      new Thread(reader, "reads").start();
    }
    for (var reader : readers) {
      assertThat(reader.get()).isPresent();
    }
  }

  @Test
  void whatIsWrittenGoesToAll() throws Exception {
    race.write(key, tile, Duration.ZERO);
    assertThat(List.of(first, second, third)).allMatch(tier -> tier.tiles.containsKey(key));
  }
}
