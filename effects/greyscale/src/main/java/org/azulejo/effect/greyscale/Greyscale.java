package org.azulejo.effect.greyscale;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.azulejo.api.Effect;

/** Greys in place of colours. Keeps the alpha. */
final class Greyscale implements Effect {
  @Override
  public BufferedImage apply(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixels[i] & 0xFF000000 | luma(pixels[i]) * 0x010101;
    }
    return image;
  }

  /** ITU-R BT.601 in 16 bits, rounded, as Pillow has it. */
  private static int luma(int pixel) {
    int red = pixel >> 16 & 255;
    int green = pixel >> 8 & 255;
    return 19595 * red + 38470 * green + 7471 * (pixel & 255) + 0x8000 >> 16;
  }
}
