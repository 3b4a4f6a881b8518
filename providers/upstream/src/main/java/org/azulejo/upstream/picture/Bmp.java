package org.azulejo.upstream.picture;

import java.nio.ByteBuffer;
import org.azulejo.api.Format;

/** {@code BM}, the length of the file, and a header that is itself preceded by its length. */
final class Bmp implements Kind {
  private static final int OLD_HEADER = 12;

  @Override
  public Format format() {
    return Format.BMP;
  }

  @Override
  public boolean begins(ByteBuffer bytes) {
    return bytes.get(0) == 'B' && bytes.get(1) == 'M';
  }

  @Override
  public boolean isWhole(ByteBuffer bytes) {
    return Integer.toUnsignedLong(little(bytes, 2)) <= bytes.limit();
  }

  /** A negative height says that the rows run downwards. */
  @Override
  public Size size(ByteBuffer bytes) {
    if (little(bytes, 14) == OLD_HEADER) {
      int both = little(bytes, 18);
      return new Size(both & 0xFFFF, both >>> 16);
    }
    return new Size(little(bytes, 18), Math.abs(little(bytes, 22)));
  }

  private static int little(ByteBuffer bytes, int at) {
    return Integer.reverseBytes(bytes.getInt(at));
  }
}
