package org.azulejo.effect.halftone;

/**
 * Shades to dots: error diffusion after R. W. Floyd and L. Steinberg, "An Adaptive Algorithm for
 * Spatial Greyscale", with every row from left to right and in whole numbers, as Pillow does it.
 * Stands in blackwhite too, for plug-ins share no code.
 */
final class FloydSteinberg {
  private static final int MIDDLE = 128;

  /** Sixteenths that the row above left: for the pixel before each, as the reading runs ahead. */
  private final int[] errors;

  FloydSteinberg(int width) {
    errors = new int[width + 1];
  }

  /**
   * Turns the next row into dots, from the topmost row on.
   *
   * @param shades 0 to 255; each becomes 0 or 255
   */
  void dither(int[] shades) {
    int fromLeft = 0;
    int below = 0;
    int belowRight = 0;
    for (int x = 0; x < shades.length; x++) {
      int shade = clamp(shades[x] + (fromLeft + errors[x + 1]) / 16);
      int dot = shade > MIDDLE ? 255 : 0;
      int error = shade - dot;
      errors[x] = 3 * error + below;
      below = 5 * error + belowRight;
      belowRight = error;
      fromLeft = 7 * error;
      shades[x] = dot;
    }
    errors[shades.length] = below;
  }

  private static int clamp(int shade) {
    return Math.min(Math.max(shade, 0), 255);
  }
}
