package org.azulejo.upstream.picture;

import java.nio.ByteBuffer;
import org.azulejo.api.Format;

/** Segments: 0xFF, a marker, and for most of them a length that counts itself. */
final class Jpeg implements Kind {
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;

  /** Encoders make ten or so; every one has the decoder go through all of the pixels again. */
  private static final int MOST_SCANS = 64;

  @Override
  public Format format() {
    return Format.JPEG;
  }

  /** JFIF and Exif alike. */
  @Override
  public boolean begins(ByteBuffer bytes) {
    return bytes.getShort(0) == (short) 0xFFD8 && bytes.get(2) == (byte) 0xFF;
  }

  /** Some writers pad the end with zeros or a line break. */
  @Override
  public boolean isWhole(ByteBuffer bytes) {
    int last = bytes.limit() - 1;
    while (isPadding(bytes.get(last))) {
      last--;
    }
    return bytes.get(last) == (byte) END && bytes.get(last - 1) == (byte) 0xFF;
  }

  private static boolean isPadding(byte value) {
    return value == 0 || value == '\n' || value == '\r' || value == ' ';
  }

  @Override
  public Size size(ByteBuffer bytes) {
    int at = 2;
    while (true) {
      int marker = bytes.get(at + 1) & 0xFF;
      if (bytes.get(at) != (byte) 0xFF) {
        throw new IllegalArgumentException("No segment where one should be.");
      }
      if (isFrame(marker)) {
        refuseEndless(bytes, at);
        return new Size(bytes.getShort(at + 7) & 0xFFFF, bytes.getShort(at + 5) & 0xFFFF);
      }
      // A second 0xFF in place of the marker is a filler.
      at += marker == 0xFF ? 1 : 2 + (bytes.getShort(at + 2) & 0xFFFF);
    }
  }

  private static void refuseEndless(ByteBuffer bytes, int frame) {
    int scans = 0;
    int at = frame;
    while (bytes.get(at + 1) != (byte) END) {
      if (bytes.get(at + 1) == (byte) SCAN && ++scans > MOST_SCANS) {
        throw new IllegalArgumentException("More scans than any picture needs.");
      }
      at = marker(bytes, at + 2 + (bytes.getShort(at + 2) & 0xFFFF));
    }
  }

  /** Where the next marker stands: among the pixels, those of restarts and 0xFF 0x00 are none. */
  private static int marker(ByteBuffer bytes, int from) {
    int at = from;
    while (bytes.get(at) != (byte) 0xFF || isAmongPixels(bytes.get(at + 1) & 0xFF)) {
      at++;
    }
    return at;
  }

  private static boolean isAmongPixels(int marker) {
    return marker == 0 || marker == 0xFF || marker >= 0xD0 && marker <= 0xD7;
  }

  /** The start of a frame: 0xC0 to 0xCF but for tables, an extension and arithmetic coding. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}
