package org.azulejo.upstream.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.azulejo.api.Format;

/**
 * The byte order, 42, and the place of a directory of numbered entries; pixels lie in strips or
 * tiles anywhere in the file. See TIFF 6.0.
 */
final class Tiff implements Kind {
  private static final int LITTLE = 0x49492A00;
  private static final int BIG = 0x4D4D002A;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int STRIPS = 273;
  private static final int STRIP_LENGTHS = 279;
  private static final int TILES = 324;
  private static final int TILE_LENGTHS = 325;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;

  @Override
  public Format format() {
    return Format.TIFF;
  }

  @Override
  public boolean begins(ByteBuffer bytes) {
    return bytes.getInt(0) == LITTLE || bytes.getInt(0) == BIG;
  }

  @Override
  public boolean isWhole(ByteBuffer bytes) {
    ByteBuffer file = ordered(bytes);
    return entry(file, STRIPS) < file.limit()
        ? areWithin(file, STRIPS, STRIP_LENGTHS)
        : areWithin(file, TILES, TILE_LENGTHS);
  }

  @Override
  public Size size(ByteBuffer bytes) {
    ByteBuffer file = ordered(bytes);
    return new Size(
        Math.toIntExact(value(file, entry(file, WIDTH), 0)),
        Math.toIntExact(value(file, entry(file, HEIGHT), 0)));
  }

  private static ByteBuffer ordered(ByteBuffer bytes) {
    boolean little = bytes.getInt(0) == LITTLE;
    return bytes.duplicate().order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  private static boolean areWithin(ByteBuffer file, int places, int lengths) {
    int place = entry(file, places);
    int length = entry(file, lengths);
    int count = file.getInt(place + 4);
    for (int i = 0; i < count; i++) {
      if (value(file, place, i) + value(file, length, i) > file.limit()) {
        return false;
      }
    }
    return count > 0;
  }

  /** Where the entry of this number stands in the first directory, or the end of the file. */
  private static int entry(ByteBuffer file, int number) {
    int directory = file.getInt(4);
    int entries = file.getShort(directory) & 0xFFFF;
    for (int at = directory + 2; at < directory + 2 + entries * ENTRY; at += ENTRY) {
      if ((file.getShort(at) & 0xFFFF) == number) {
        return at;
      }
    }
    return file.limit();
  }

  /** Values that fit into four bytes stand in the entry itself, others where it points to. */
  private static long value(ByteBuffer file, int entry, int index) {
    int width = file.getShort(entry + 2) == SHORT ? 2 : 4;
    boolean isInside = file.getInt(entry + 4) * (long) width <= 4;
    int at = (isInside ? entry + 8 : file.getInt(entry + 8)) + index * width;
    return width == 2 ? file.getShort(at) & 0xFFFF : Integer.toUnsignedLong(file.getInt(at));
  }
}
