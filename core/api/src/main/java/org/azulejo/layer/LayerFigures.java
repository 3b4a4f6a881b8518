package org.azulejo.layer;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a layer has fared since the server started, over all its rebuildings.
 *
 * @param hits requests that were answered from the cache
 * @param drawn requests that were answered with a drawing
 * @param absent requests for which there is no tile
 * @param errors requests that failed
 * @param drawing how long drawings took, all that it takes included
 * @param mishaps the last few failures, the latest first
 * @param cacheBytes that its cache holds now, of all layers that share it, if the cache knows that
 */
public record LayerFigures(
    long hits,
    long drawn,
    long absent,
    long errors,
    Times drawing,
    List<Mishap> mishaps,
    OptionalLong cacheBytes) {

  /** Requests of all kinds. */
  public long requests() {
    return hits + drawn + absent + errors;
  }

  /** Something that went wrong. */
  public record Mishap(Instant when, String tile, String sentence) {}

  /**
   * How often something took how long.
   *
   * @param bounds in seconds, ascending
   * @param counts how often it took at most the bound of the same place and more than the one
   *     before; the last, one more than there are bounds, is for all that took longer
   * @param seconds that it took together
   */
  public record Times(List<Double> bounds, List<Long> counts, double seconds) {
    public Times {
      bounds = List.copyOf(bounds);
      counts = List.copyOf(counts);
    }

    /** How often it happened. */
    public long count() {
      return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The seconds that this share of them took at most, as near as the bounds tell; 0 if it never
     * happened.
     *
     * @param share 0 to 1, for example 0.5 for the median
     */
    public double quantile(double share) {
      double rank = share * count();
      long below = 0;
      for (int i = 0; i < bounds.size(); i++) {
        long here = counts.get(i);
        if (here > 0 && below + here >= rank) {
          double from = i == 0 ? 0 : bounds.get(i - 1);
          return from + (bounds.get(i) - from) * Math.max(0, rank - below) / here;
        }
        below += here;
      }
      return count() == 0 ? 0 : bounds.get(bounds.size() - 1);
    }
  }
}
