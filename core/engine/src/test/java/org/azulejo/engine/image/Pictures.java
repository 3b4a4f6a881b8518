package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.function.IntBinaryOperator;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;

/** Pictures to encode, and what comes back. */
final class Pictures {
  private Pictures() {}

  static BufferedImage picture(int width, int height, IntBinaryOperator pixels) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixels.applyAsInt(x, y));
      }
    }
    return image;
  }

  /** Thousands of colours, opaque. */
  static BufferedImage gradient(int width, int height) {
    return picture(width, height, (x, y) -> 0xFF000000 | (x & 255) << 16 | (y & 255) << 8 | 90);
  }

  /** Thousands of colours of every opacity. */
  static BufferedImage translucent(int width, int height) {
    return picture(width, height, (x, y) -> (x * 255 / width) << 24 | (y & 255) << 8 | 0x5000A0);
  }

  /** Areas of so many colours. */
  static BufferedImage areas(int width, int height, int colours) {
    return picture(width, height, (x, y) -> 0xFF000000 | (x / 3 + y / 3 * 7) % colours * 0x010307);
  }

  static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }

  static BufferedImage decoded(byte[] bytes) throws IOException {
    return new Decoder().decode(new EncodedTile(Format.PNG, bytes, Instant.EPOCH));
  }

  /** The mean difference of all samples of the pixels as they look on white. */
  static double difference(BufferedImage one, BufferedImage other) {
    int[] left = pixels(one);
    int[] right = pixels(other);
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs(onWhite(left[i], shift) - onWhite(right[i], shift));
      }
    }
    return sum / left.length / 3;
  }

  private static double onWhite(int pixel, int shift) {
    double opacity = (pixel >>> 24) / 255.0;
    return (pixel >> shift & 255) * opacity + 255 * (1 - opacity);
  }
}
