package org.azulejo.engine.image;

import java.util.List;
import java.util.zip.Deflater;

/** Which filters a PNG file uses. */
enum PngFiltering {
  /** Best for drawn maps: equal pixels stay equal. */
  NONE(PngFilter.NONE),
  /** Good for scanned and shaded maps. */
  UP(PngFilter.UP),
  /** Best for photographs: whichever makes the smallest differences, chosen for each row. */
  ADAPTIVE(PngFilter.NONE, PngFilter.SUB, PngFilter.UP, PngFilter.AVERAGE, PngFilter.PAETH);

  private final List<PngFilter> candidates;

  PngFiltering(PngFilter... candidates) {
    this.candidates = List.of(candidates);
  }

  /**
   * Writes the number of the chosen filter and the row filtered by it.
   *
   * @param trial as long as what is written
   * @see PngFilter#apply
   */
  void apply(byte[] row, byte[] above, int step, byte[] target, int at, byte[] trial) {
    PngFilter best = candidates.get(0);
    int length = row.length - step;
    best.apply(row, above, step, target, at + 1);
    if (candidates.size() > 1) {
      long least = weight(target, at + 1, length);
      for (PngFilter filter : candidates.subList(1, candidates.size())) {
        filter.apply(row, above, step, trial, 0);
        long weight = weight(trial, 0, length);
        if (weight < least) {
          least = weight;
          best = filter;
          System.arraycopy(trial, 0, target, at + 1, length);
        }
      }
    }
    target[at] = (byte) best.ordinal();
  }

  /** How zlib best looks at rows that are so filtered. */
  int strategy() {
    return this == NONE ? Deflater.DEFAULT_STRATEGY : Deflater.FILTERED;
  }

  /** The sum of the differences: the usual guess at how well a row will compress. */
  private static long weight(byte[] bytes, int start, int length) {
    int weight = 0;
    for (int i = start; i < start + length; i++) {
      weight += Math.abs(bytes[i]);
    }
    return weight;
  }
}
