package org.azulejo.upstream.picture;

import java.nio.ByteBuffer;
import org.azulejo.api.Format;

/** {@code GIF87a} or {@code GIF89a}, the size in little-endian, then blocks up to a last one. */
final class Gif implements Kind {
  private static final int SIGNATURE = 0x47494638;
  private static final int HEADER = 13;
  private static final byte EXTENSION = 0x21;
  private static final byte IMAGE = 0x2C;
  private static final byte END = 0x3B;

  @Override
  public Format format() {
    return Format.GIF;
  }

  @Override
  public boolean begins(ByteBuffer bytes) {
    return bytes.getInt(0) == SIGNATURE;
  }

  /** Walks from block to block; pixels may well hold the byte that ends the file. */
  @Override
  public boolean isWhole(ByteBuffer bytes) {
    int at = HEADER + colours(bytes.get(10));
    while (bytes.get(at) != END) {
      switch (bytes.get(at)) {
        case EXTENSION -> at = afterParts(bytes, at + 2);
        case IMAGE -> at = afterParts(bytes, at + 11 + colours(bytes.get(at + 9)));
        default -> throw new IllegalArgumentException("No block where one should be.");
      }
    }
    return true;
  }

  /** How many bytes the table of colours takes that these flags announce. */
  private static int colours(byte flags) {
    return flags < 0 ? 3 << (flags & 7) + 1 : 0;
  }

  /** Each part is preceded by its length; one of length 0 is the last. */
  private static int afterParts(ByteBuffer bytes, int start) {
    int at = start;
    while (bytes.get(at) != 0) {
      at += 1 + (bytes.get(at) & 0xFF);
    }
    return at + 1;
  }

  @Override
  public Size size(ByteBuffer bytes) {
    return new Size(
        Short.reverseBytes(bytes.getShort(6)) & 0xFFFF,
        Short.reverseBytes(bytes.getShort(8)) & 0xFFFF);
  }
}
