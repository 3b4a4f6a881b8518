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
  private static final int SAMPLES = 277;
  private static final int STRIP_LENGTHS = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILES = 324;
  private static final int TILE_LENGTHS = 325;
  private static final int SHORT = 3;

  /** Four colours, and opacity. */
  private static final int MOST_SAMPLES = 5;

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
    refuseAbsurd(file);
    return new Size(number(file, WIDTH, 0), number(file, HEIGHT, 0));
  }

  /** What is decoded as a whole may be far more than the picture. */
  private static void refuseAbsurd(ByteBuffer file) {
    long tile = (long) number(file, TILE_WIDTH, 1) * number(file, TILE_HEIGHT, 1);
    if (tile > Picture.MOST_PIXELS || number(file, SAMPLES, 1) > MOST_SAMPLES) {
      throw new IllegalArgumentException("Larger than it looks.");
    }
  }

  /** A number that stands alone; one that is too large is as good as the greatest. */
  private static int number(ByteBuffer file, int tag, int absent) {
    int entry = entry(file, tag);
    return entry < file.limit() ? (int) Math.min(Integer.MAX_VALUE, value(file, entry, 0)) : absent;
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
