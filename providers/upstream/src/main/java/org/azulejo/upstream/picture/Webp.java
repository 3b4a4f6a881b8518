package org.azulejo.upstream.picture;

import java.nio.ByteBuffer;
import org.azulejo.api.Format;

/**
 * A RIFF file of the type {@code WEBP}, little-endian; the first chunk tells which of three headers
 * it has. See RFC 9649.
 */
final class Webp implements Kind {
  private static final int RIFF = 0x52494646;
  private static final int WEBP = 0x57454250;
  private static final int LOSSY = 0x56503820;
  private static final int LOSSLESS = 0x5650384C;
  private static final int EXTENDED = 0x56503858;

  @Override
  public Format format() {
    return Format.WEBP;
  }

  @Override
  public boolean begins(ByteBuffer bytes) {
    return bytes.getInt(0) == RIFF && bytes.getInt(8) == WEBP;
  }

  @Override
  public boolean isWhole(ByteBuffer bytes) {
    return Integer.toUnsignedLong(little(bytes, 4)) + 8 <= bytes.limit();
  }

  @Override
  public Size size(ByteBuffer bytes) {
    switch (bytes.getInt(12)) {
      case LOSSY:
        int edges = little(bytes, 26);
        return new Size(edges & 0x3FFF, edges >>> 16 & 0x3FFF);
      case LOSSLESS:
        int bits = little(bytes, 21);
        return new Size((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
      case EXTENDED:
        return new Size((little(bytes, 24) & 0xFFFFFF) + 1, (little(bytes, 26) >>> 8) + 1);
      default:
        throw new IllegalArgumentException("An unknown chunk comes first.");
    }
  }

  private static int little(ByteBuffer bytes, int at) {
    return Integer.reverseBytes(bytes.getInt(at));
  }
}
