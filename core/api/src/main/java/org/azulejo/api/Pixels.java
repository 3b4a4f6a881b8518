package org.azulejo.api;

import java.awt.image.BufferedImage;
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
        return attempt(() -> Conversion.argb(reader.read(0)));
      } finally {
        reader.dispose();
      }
    }
  }

  /** Java's readers fail with anything; a picture may also tell them to take all the memory. */
  private static <T> T attempt(Callable<T> step) throws IOException {
    try {
      return step.call();
    } catch (Exception e) {
      throw new IOException("The picture is damaged, or of a kind that cannot be read.", e);
    } catch (OutOfMemoryError e) {
      throw new IOException("The picture is damaged, or takes more memory than there is.", e);
    }
  }

  private static void refuseHuge(long width, long height) throws IOException {
    if (width * height > MOST_PIXELS) {
      throw new IOException(
          "The picture claims to be %d x %d pixels; at most %d pixels are read."
              .formatted(width, height, MOST_PIXELS));
    }
  }
}
