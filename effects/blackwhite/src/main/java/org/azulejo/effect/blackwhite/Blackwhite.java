package org.azulejo.effect.blackwhite;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.azulejo.api.Effect;

/** Black and white dots in place of colours. Keeps the alpha. */
final class Blackwhite implements Effect {
  @Override
  public BufferedImage apply(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] shades = new int[image.getWidth()];
    var dots = new FloydSteinberg(shades.length);
    for (int start = 0; start < pixels.length; start += shades.length) {
      for (int x = 0; x < shades.length; x++) {
        shades[x] = luma(pixels[start + x]);
      }
      dots.dither(shades);
      for (int x = 0; x < shades.length; x++) {
        pixels[start + x] = pixels[start + x] & 0xFF000000 | shades[x] * 0x010101;
      }
    }
    return image;
  }

  /** ITU-R BT.601 in thousandths and rounded down, as Pillow has it before it dithers. */
  private static int luma(int pixel) {
    return ((pixel >> 16 & 255) * 299 + (pixel >> 8 & 255) * 587 + (pixel & 255) * 114) / 1000;
  }
}
