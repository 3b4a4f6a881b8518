package org.azulejo.testkit;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Pictures that are always the same, and a number to tell pictures apart by. */
public final class TestPicture {
  private TestPicture() {}

  /** Thousands of colours, in smooth shades with noise upon them. */
  public static BufferedImage opaque(int width, int height) {
    return picture(width, height, 0xFF000000);
  }

  /** The same with every opacity, and squares that are wholly transparent but not black. */
  public static BufferedImage translucent(int width, int height) {
    return picture(width, height, 0);
  }

  /** CRC-32 of the red, green, blue and alpha of all pixels, row after row. */
  public static long checksum(BufferedImage image) {
    int[] pixels = pixels(image);
    ByteBuffer bytes = ByteBuffer.allocate(pixels.length * 4);
    for (int pixel : pixels) {
      bytes.putInt(Integer.rotateLeft(pixel, 8));
    }
    var checksum = new CRC32();
    checksum.update(bytes.array());
    return checksum.getValue();
  }

  /** ARGB, row after row; a copy. */
  public static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }

  private static BufferedImage picture(int width, int height, int opacity) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int noise = noise(x, y);
        int clear = (x / 8 + y / 8) % 4 == 0 ? 0 : noise >>> 16 & 255;
        image.setRGB(x, y, opacity | clear << 24 | colour(x, y, noise));
      }
    }
    return image;
  }

  private static int colour(int x, int y, int noise) {
    int red = x * 5 + (noise & 31) & 255;
    int green = y * 7 + (noise >>> 5 & 31) & 255;
    int blue = (x + y) * 3 + (noise >>> 10 & 63) & 255;
    return red << 16 | green << 8 | blue;
  }

  private static int noise(int x, int y) {
    int mixed = x * 0x9E3779B1 + y * 0x85EBCA77 + x * y * 0xC2B2AE3D;
    mixed ^= mixed >>> 15;
    mixed *= 0x85EBCA77;
    return mixed ^ mixed >>> 13;
  }
}
