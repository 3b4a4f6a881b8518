package org.azulejo.provider.sandwich;

import java.util.Arrays;

/**
 * A row of pixels, channels 0..1, not premultiplied. A lane for each channel, and plain loops over
 * lanes: those become vector instructions. For one thread.
 */
final class Row {
  /** Keeps nothing over nothing from dividing by zero; far less than 1/255 squared. */
  private static final float HARDLY_ANYTHING = 1e-12f;

  final float[] red;
  final float[] green;
  final float[] blue;
  final float[] alpha;

  /** Transparent. */
  Row(int width) {
    red = new float[width];
    green = new float[width];
    blue = new float[width];
    alpha = new float[width];
  }

  void fill(Colour colour) {
    Arrays.fill(red, colour.red());
    Arrays.fill(green, colour.green());
    Arrays.fill(blue, colour.blue());
    Arrays.fill(alpha, colour.alpha());
  }

  /** Reads ARGB pixels. */
  void read(int[] pixels, int start) {
    read(pixels, start, 16, red);
    read(pixels, start, 8, green);
    read(pixels, start, 0, blue);
    read(pixels, start, 24, alpha);
  }

  private static void read(int[] pixels, int start, int shift, float[] lane) {
    for (int i = 0; i < lane.length; i++) {
      lane[i] = (pixels[start + i] >>> shift & 0xFF) / 255f;
    }
  }

  /** Multiplies the opacity by the luminance of ARGB pixels, whose own opacity does not count. */
  void fade(int[] mask, int start) {
    for (int i = 0; i < alpha.length; i++) {
      int pixel = mask[start + i];
      float luminance =
          0.299f * (pixel >>> 16 & 0xFF) + 0.587f * (pixel >>> 8 & 0xFF) + 0.114f * (pixel & 0xFF);
      alpha[i] *= luminance / 255;
    }
  }

  /** Lets a blend change the colours by those of the row below. */
  void blend(Blend blend, Row below) {
    blend.blend(below.red, red);
    blend.blend(below.green, green);
    blend.blend(below.blue, blue);
  }

  /** Puts another row over this one. */
  void cover(Row top, float opacity) {
    float[] share = top.alpha;
    for (int i = 0; i < alpha.length; i++) {
      float covered = share[i] * opacity;
      float both = 1 - (1 - covered) * (1 - alpha[i]);
      share[i] = covered / Math.max(both, HARDLY_ANYTHING);
      alpha[i] = both;
    }
    mix(red, top.red, share);
    mix(green, top.green, share);
    mix(blue, top.blue, share);
  }

  private static void mix(float[] lane, float[] top, float[] share) {
    for (int i = 0; i < lane.length; i++) {
      lane[i] += (top[i] - lane[i]) * share[i];
    }
  }

  /**
   * Writes ARGB pixels.
   *
   * @param excess added before the fraction is cut off: a half to round
   */
  void write(int[] pixels, int start, float excess) {
    for (int i = 0; i < alpha.length; i++) {
      pixels[start + i] =
          (int) (alpha[i] * 255 + excess) << 24
              | (int) (red[i] * 255 + excess) << 16
              | (int) (green[i] * 255 + excess) << 8
              | (int) (blue[i] * 255 + excess);
    }
  }
}
