package org.azulejo.api;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Encoded pictures to ARGB pixels, within a limit. */
final class Pixels {
  /** More pixels than any tile or metatile has; a header that claims more is refused unread. */
  static final long MOST_PIXELS = 1L << 25;

  private Pixels() {}

  static BufferedImage decode(byte[] bytes) throws IOException {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("What came is no picture of a kind that can be read.");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        refuseHuge(attempt(() -> reader.getWidth(0)), attempt(() -> reader.getHeight(0)));
        return attempt(() -> argb(reader.read(0)));
      } finally {
        reader.dispose();
      }
    }
  }

  /** Java's readers fail with anything; a picture may also tell them to take all the memory. */
  private static <T> T attempt(Callable<T> step) throws IOException {
    try {
      return step.call();
    } catch (Exception | OutOfMemoryError e) {
      throw new IOException("The picture is damaged, or of a kind that cannot be read.", e);
    }
  }

  private static void refuseHuge(long width, long height) throws IOException {
    if (width * height > MOST_PIXELS) {
      throw new IOException(
          "The picture claims to be %d x %d pixels; at most %d pixels are read."
              .formatted(width, height, MOST_PIXELS));
    }
  }

  static BufferedImage argb(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_ARGB) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
    if (isGrey(image.getColorModel())) {
      copyGrey(image, pixels);
    } else {
      image.getRGB(0, 0, width, height, pixels, 0, width);
    }
    return target;
  }

  private static boolean isGrey(ColorModel model) {
    return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** By hand, for Java would take grey as linear light and make every grey picture brighter. */
  private static void copyGrey(BufferedImage image, int[] pixels) {
    Raster raster = image.getRaster();
    int width = raster.getWidth();
    int drop = Math.max(0, image.getColorModel().getComponentSize(0) - 8);
    boolean hasAlpha = image.getColorModel().getTransparency() != Transparency.OPAQUE;
    int[] grey = new int[width];
    int[] alpha = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, grey);
      if (hasAlpha) {
        raster.getSamples(0, y, width, 1, 1, alpha);
      }
      for (int x = 0; x < width; x++) {
        int opacity = hasAlpha ? alpha[x] >> drop : 255;
        pixels[y * width + x] = opacity << 24 | (grey[x] >> drop) * 0x010101;
      }
    }
  }
}
