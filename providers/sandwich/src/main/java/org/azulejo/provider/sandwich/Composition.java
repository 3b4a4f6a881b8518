package org.azulejo.provider.sandwich;

import java.util.Arrays;
import java.util.List;

/**
 * Puts foregrounds one over another, as Blit does, the library behind TileStache's sandwiches: all
 * channels are fractions and not premultiplied, until the whole stack is done.
 */
final class Composition {
  private static final float ROUNDED = 0.5f;

  /** Colours alone are cut off instead; a hair is added against the noise of floats. */
  private static final float CUT_OFF = 0.001f;

  private Composition() {}

  /**
   * Overwrites pixels.
   *
   * @param stack the lowest first
   */
  static void draw(List<Foreground> stack, int[] pixels, int width) {
    if (stack.size() == 1 && stack.get(0).isVerbatim()) {
      copy(stack.get(0).pixels().orElseThrow(), pixels);
    } else {
      compose(stack, pixels, width, ROUNDED);
    }
  }

  /** Where there is nothing, there is no colour either. */
  private static void copy(int[] source, int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = source[i] >>> 24 == 0 ? 0 : source[i];
    }
  }

  /** As {@link #draw}, of colours alone. */
  static void fill(List<Foreground> colours, int[] pixels) {
    int[] pixel = new int[1];
    compose(colours, pixel, 1, CUT_OFF);
    Arrays.fill(pixels, pixel[0]);
  }

  private static void compose(List<Foreground> stack, int[] pixels, int width, float excess) {
    var bottom = new Row(width);
    var top = new Row(width);
    var spare = new Row(width);
    for (int start = 0; start < pixels.length; start += width) {
      bottom.fill(Colour.NONE);
      for (Foreground foreground : stack) {
        foreground.write(top, start, spare);
        top.blend(foreground.slice().blend(), bottom);
        bottom.cover(top, foreground.slice().opacity());
      }
      bottom.write(pixels, start, excess);
    }
  }
}
