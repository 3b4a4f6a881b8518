package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.ImageTile;

/** Bytes back to pixels. */
public final class Decoder {
  /** As in {@link EncodedTile#image}. */
  private static final long MOST_PIXELS = 1L << 25;

  private static final int HEADER_BYTES = 12;

  /**
   * The pixels of the tile, {@link BufferedImage#TYPE_INT_ARGB}: of WebP, which Java does not know,
   * as well as of everything that {@link EncodedTile#image} reads. The bytes tell which it is.
   *
   * @throws IOException with a sentence, if the tile is no picture, is damaged, or is too large
   */
  public BufferedImage decode(EncodedTile tile) throws IOException {
    return isWebp(tile.bytes()) ? webp(tile.bytes()) : tile.image();
  }

  private static boolean isWebp(byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      return false;
    }
    String header = new String(bytes, 0, HEADER_BYTES, StandardCharsets.ISO_8859_1);
    return header.startsWith("RIFF") && header.endsWith("WEBP");
  }

  private static BufferedImage webp(byte[] bytes) throws IOException {
    ImageReader reader = WebpLibrary.reader();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      refuseHuge(attempt(() -> reader.getWidth(0)), attempt(() -> reader.getHeight(0)));
      return attempt(() -> new ImageTile(reader.read(0)).image());
    } finally {
      reader.dispose();
    }
  }

  /** The library says that it is out of memory when opacity is damaged, too. */
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
