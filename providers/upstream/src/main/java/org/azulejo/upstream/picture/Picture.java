package org.azulejo.upstream.picture;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.azulejo.api.Format;
import org.azulejo.api.UpstreamException;

/**
 * What the header of an encoded picture says.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Picture(Format format, int width, int height) {
  /** As many pixels as the server decodes at most. */
  static final long MOST_PIXELS = 1L << 25;

  private static final List<Kind> KINDS =
      List.of(new Png(), new Jpeg(), new Webp(), new Gif(), new Tiff(), new Bmp());

  /**
   * The picture in these bytes, which are looked at but not decoded.
   *
   * @throws UpstreamException if there is none, if it is cut off, or if it claims a size that no
   *     tile has
   */
  public static Picture of(byte[] bytes) throws UpstreamException {
    if (bytes.length == 0) {
      throw new UpstreamException("The upstream server sent nothing.");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (Kind kind : KINDS) {
      if (holds(() -> kind.begins(buffer))) {
        return whole(kind, buffer);
      }
    }
    throw new UpstreamException("The upstream server sent something that is no picture.");
  }

  private static Picture whole(Kind kind, ByteBuffer bytes) throws UpstreamException {
    if (!holds(() -> kind.isWhole(bytes))) {
      throw new UpstreamException("The upstream server sent a picture that is cut off.");
    }
    try {
      Kind.Size size = kind.size(bytes);
      refuseAbsurd(size.width(), size.height());
      return new Picture(kind.format(), size.width(), size.height());
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new UpstreamException("The upstream server sent a damaged picture.", e);
    }
  }

  private static void refuseAbsurd(int width, int height) throws UpstreamException {
    if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
      throw new UpstreamException(
          "The upstream server sent a picture of %d x %d pixels; at most %d pixels are taken."
              .formatted(width, height, MOST_PIXELS));
    }
  }

  /** False also where the bytes end too early to tell. */
  private static boolean holds(BooleanSupplier claim) {
    try {
      return claim.getAsBoolean();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return false;
    }
  }
}
