package org.azulejo.cache.multi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileKey;

/**
 * Asks all at once; the first that has the tile answers, and nobody waits for the others. What it
 * has is brought to those earlier ones that were quicker to say that they have not.
 */
final class Race implements Reading {
  private final List<Tier> tiers;
  private final List<Runners> runners;

  Race(List<Tier> tiers) {
    this.tiers = List.copyOf(tiers);
    this.runners = tiers.stream().map(Runners::new).toList();
  }

  @Override
  public Optional<EncodedTile> readSince(TileKey key, Instant moment) throws InterruptedException {
    var finish = new Finish(tiers.size());
    for (int i = 0; i < tiers.size(); i++) {
      runners.get(i).run(i, key, moment, finish);
    }
    Finish.Result result = finish.await();
    if (result.tile().isPresent()) {
      bringForward(key, result.tile().get(), moment, result);
    }
    return result.tile();
  }

  private void bringForward(TileKey key, EncodedTile tile, Instant moment, Finish.Result result)
      throws InterruptedException {
    int[] earlier =
        IntStream.range(0, result.winner()).filter(i -> result.misses().get(i)).toArray();
    for (int i : earlier) {
      tiers.get(i).keep(key, tile, moment);
    }
  }

  @Override
  public void close() throws InterruptedException {
    runners.forEach(Runners::end);
    for (Runners running : runners) {
      running.await();
    }
  }
}
