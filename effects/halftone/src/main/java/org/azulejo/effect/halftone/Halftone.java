package org.azulejo.effect.halftone;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.azulejo.api.Effect;

/** Dots of cyan, magenta and yellow in place of colours. Keeps the alpha. */
final class Halftone implements Effect {
  @Override
  public BufferedImage apply(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int shift = 0; shift <= 16; shift += 8) {
      print(pixels, image.getWidth(), shift);
    }
    return image;
  }

  /** Prints with one ink: the more of it, the less of the light at this place of a pixel. */
  private static void print(int[] pixels, int width, int shift) {
    int[] ink = new int[width];
    var dots = new FloydSteinberg(width);
    for (int start = 0; start < pixels.length; start += width) {
      for (int x = 0; x < width; x++) {
        ink[x] = 255 - (pixels[start + x] >> shift & 255);
      }
      dots.dither(ink);
      for (int x = 0; x < width; x++) {
        int others = pixels[start + x] & ~(255 << shift);
        pixels[start + x] = others | 255 - ink[x] << shift;
      }
    }
  }
}
