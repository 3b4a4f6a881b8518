package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Pictures without transparency, for formats that know none. */
final class Bgr {
  private Bgr() {}

  /** The picture as it looks on white paper, in {@link BufferedImage#TYPE_3BYTE_BGR}. */
  static BufferedImage onWhite(Argb picture) {
    int width = picture.width();
    var target = new BufferedImage(width, picture.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = ((DataBufferByte) target.getRaster().getDataBuffer()).getData();
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      int start = picture.row(y);
      for (int i = start; i < start + width; i++, at += 3) {
        int pixel = onWhite(picture.pixels()[i]);
        bytes[at] = (byte) pixel;
        bytes[at + 1] = (byte) (pixel >> 8);
        bytes[at + 2] = (byte) (pixel >> 16);
      }
    }
    return target;
  }

  private static int onWhite(int pixel) {
    int alpha = pixel >>> 24;
    if (alpha == 255) {
      return pixel;
    }
    int red = onWhite(pixel >> 16 & 255, alpha);
    int green = onWhite(pixel >> 8 & 255, alpha);
    return red << 16 | green << 8 | onWhite(pixel & 255, alpha);
  }

  private static int onWhite(int sample, int alpha) {
    return (sample * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}
