package org.azulejo.effect.desaturate;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.azulejo.api.Effect;

/** Paler colours. Keeps the alpha. */
final class Desaturate implements Effect {
  private final float factor;

  /**
   * @param factor 0 is the colours as they were, 1 is grey; beyond is as at the ends
   */
  Desaturate(float factor) {
    this.factor = Math.min(Math.max(factor, 0), 1);
  }

  @Override
  public BufferedImage apply(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = paler(pixels[i]);
    }
    return image;
  }

  private int paler(int pixel) {
    int red = pixel >> 16 & 255;
    int green = pixel >> 8 & 255;
    int blue = pixel & 255;
    int grey = 19595 * red + 38470 * green + 7471 * blue + 0x8000 >> 16;
    int alpha = pixel & 0xFF000000;
    return alpha | mixed(red, grey) << 16 | mixed(green, grey) << 8 | mixed(blue, grey);
  }

  /** Rounded down, and in the precision of a float, as Pillow does it. */
  private int mixed(int sample, int grey) {
    return (int) (sample + factor * (grey - sample));
  }
}
