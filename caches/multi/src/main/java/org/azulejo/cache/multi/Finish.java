package org.azulejo.cache.multi;

import java.util.BitSet;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.jspecify.annotations.Nullable;

/** Where those who race for one tile arrive. Safe for many threads. */
final class Finish {
  /**
   * @param winner number of the one that had the tile
   * @param misses of those that have it not
   */
  record Result(Optional<EncodedTile> tile, int winner, BitSet misses) {}

  private final BitSet misses = new BitSet();
  private int running;
  private @Nullable Result result;

  /**
   * @param runners how many will arrive or drop out
   */
  Finish(int runners) {
    this.running = runners;
  }

  synchronized void arrive(int number, Optional<EncodedTile> tile) {
    if (tile.isPresent()) {
      decide(new Result(tile, number, (BitSet) misses.clone()));
    } else {
      misses.set(number);
      dropOut();
    }
  }

  synchronized void dropOut() {
    running--;
    if (running == 0) {
      decide(new Result(Optional.empty(), 0, misses));
    }
  }

  private void decide(Result first) {
    if (result == null) {
      result = first;
      notifyAll();
    }
  }

  /** Waits for the first that has the tile, or for all that have it not. */
  synchronized Result await() throws InterruptedException {
    Result known = result;
    while (known == null) {
      wait();
      known = result;
    }
    return known;
  }
}
