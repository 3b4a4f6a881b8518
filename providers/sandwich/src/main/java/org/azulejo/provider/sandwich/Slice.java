package org.azulejo.provider.sandwich;

import java.util.List;
import java.util.Optional;

/**
 * One entry of the stack.
 *
 * @param colour lies below the source, if there are both
 * @param mask its brightness becomes opacity
 * @param opacity 0..1
 */
record Slice(
    Optional<Source> source,
    Optional<Colour> colour,
    Optional<Source> mask,
    float opacity,
    Blend blend,
    List<Adjustment> adjustments,
    Zooms zooms) {

  /** Whether it does anything at a zoom. */
  boolean shows(int zoom) {
    return opacity > 0 && zooms.hold(zoom);
  }

  /** Whether all pixels are the same. */
  boolean isPlain() {
    return source.isEmpty() && mask.isEmpty();
  }

  /** What it looks like there; empty if it is transparent. */
  Optional<Foreground> foreground(Fetched fetched) throws Exception {
    Optional<int[]> shades = fetched.pixels(mask);
    if (mask.isPresent() && shades.isEmpty()) {
      return Optional.empty();
    }
    Optional<int[]> pixels = fetched.pixels(source);
    return pixels.isEmpty() && colour.isEmpty()
        ? Optional.empty()
        : Optional.of(new Foreground(this, pixels, shades));
  }
}
