package org.azulejo.provider.sandwich;

import java.util.Optional;

/** A slice with its pixels for one tile, which are shared and not changed. */
record Foreground(Slice slice, Optional<int[]> pixels, Optional<int[]> shades) {
  private static final int OPAQUE = 0xFF;

  /** Whether nothing below shows. */
  boolean covers() {
    return replaces() && shades.isEmpty() && isOpaque();
  }

  /** Whether over nothing it looks just as its pixels. */
  boolean isVerbatim() {
    return replaces()
        && shades.isEmpty()
        && pixels.isPresent()
        && slice.colour().isEmpty()
        && slice.adjustments().isEmpty();
  }

  private boolean replaces() {
    return slice.opacity() == 1 && slice.blend() == Blend.NORMAL;
  }

  private boolean isOpaque() {
    return slice.colour().filter(colour -> colour.alpha() == 1).isPresent()
        || pixels.filter(Foreground::areOpaque).isPresent();
  }

  private static boolean areOpaque(int[] pixels) {
    int common = -1;
    for (int pixel : pixels) {
      common &= pixel;
    }
    return common >>> 24 == OPAQUE;
  }

  /**
   * Writes the row that begins at this pixel, before it is put over what lies below.
   *
   * @param spare overwritten
   */
  void write(Row row, int start, Row spare) {
    if (slice.colour().isPresent()) {
      row.fill(slice.colour().get());
      if (pixels.isPresent()) {
        spare.read(pixels.get(), start);
        row.cover(spare, 1);
      }
    } else {
      row.read(pixels.orElseThrow(), start);
    }
    slice.adjustments().forEach(adjustment -> adjustment.adjust(row));
    shades.ifPresent(mask -> row.fade(mask, start));
  }
}
