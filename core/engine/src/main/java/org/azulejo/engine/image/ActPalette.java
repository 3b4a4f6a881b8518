package org.azulejo.engine.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The fixed colours of a Photoshop colour table, an {@code .act} file: 256 times red, green and
 * blue, then the number of colours and the index of the transparent one, two bytes each. A file
 * that ends after the colours has 256 of them, all opaque.
 */
final class ActPalette {
  /** Bytes of the longest file. */
  static final int MOST_BYTES = 772;

  private static final int LEAST_BYTES = 768;

  /** What the transparent entry shows to those who cannot see transparency; TileStache's choice. */
  private static final int CLEAR = 0x00FF9900;

  private final int[] colours;
  private final int clear;

  private ActPalette(int[] colours, int clear) {
    this.colours = colours;
    this.clear = clear;
  }

  /**
   * @throws IOException with a sentence, if it is none
   */
  static ActPalette of(byte[] file) throws IOException {
    if (file.length != LEAST_BYTES && file.length != MOST_BYTES) {
      throw new IOException(
          "The file is no colour table: it has %d bytes, not %d."
              .formatted(file.length, MOST_BYTES));
    }
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int[] colours = new int[count(bytes)];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = Argb.OPAQUE | rgb(file, i * 3);
    }
    int clear = file.length == LEAST_BYTES ? -1 : bytes.getShort(LEAST_BYTES + 2) & 0xFFFF;
    return clear < 0 || clear > 255
        ? new ActPalette(colours, -1)
        : withClear(colours, Math.min(clear, colours.length));
  }

  /** The transparent entry may be one of those counted, or another after them. */
  private static ActPalette withClear(int[] counted, int clear) {
    int[] colours = Arrays.copyOf(counted, Math.max(counted.length, clear + 1));
    colours[clear] = CLEAR;
    return new ActPalette(colours, clear);
  }

  private static int rgb(byte[] file, int at) {
    return (file[at] & 255) << 16 | (file[at + 1] & 255) << 8 | file[at + 2] & 255;
  }

  private static int count(ByteBuffer bytes) throws IOException {
    if (bytes.capacity() == LEAST_BYTES) {
      return Palette.MOST_COLOURS;
    }
    int count = bytes.getShort(LEAST_BYTES) & 0xFFFF;
    if (count < 1 || count > Palette.MOST_COLOURS) {
      throw new IOException(
          "The colour table claims to have %d colours, not 1 to 256.".formatted(count));
    }
    return count;
  }

  /** The picture in these colours: each pixel in the nearest. */
  Indexed apply(Argb picture) {
    var nearest = new NearestColour(colours, clear);
    byte[] indexes = new byte[picture.width() * picture.height()];
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      int start = picture.row(y);
      for (int i = start; i < start + picture.width(); i++) {
        indexes[at++] = (byte) nearest.index(picture.pixels()[i]);
      }
    }
    return new Indexed(indexes, picture.width(), picture.height(), new Palette(colours));
  }
}
