package org.azulejo.upstream.picture;

import java.nio.ByteBuffer;
import org.azulejo.api.Format;

/** A signature of eight bytes, then chunks: length, name, content, checksum. */
final class Png implements Kind {
  private static final int SIGNATURE = 0x89504E47;
  private static final int LAST_CHUNK = 0x49454E44;
  private static final int AROUND_CONTENT = 12;

  @Override
  public Format format() {
    return Format.PNG;
  }

  @Override
  public boolean begins(ByteBuffer bytes) {
    return bytes.getInt(0) == SIGNATURE;
  }

  @Override
  public boolean isWhole(ByteBuffer bytes) {
    long at = 8;
    while (at + AROUND_CONTENT <= bytes.limit()) {
      long end = at + AROUND_CONTENT + Integer.toUnsignedLong(bytes.getInt((int) at));
      if (bytes.getInt((int) at + 4) == LAST_CHUNK) {
        return end <= bytes.limit();
      }
      at = end;
    }
    return false;
  }

  @Override
  public Size size(ByteBuffer bytes) {
    return new Size(bytes.getInt(16), bytes.getInt(20));
  }
}
