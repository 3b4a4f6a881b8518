package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Optional;

/**
 * A picture of few colours.
 *
 * @param indexes a byte for each pixel, row after row
 */
record Indexed(byte[] indexes, int width, int height, Palette palette) implements Scanlines {
  /**
   * Numbers turned into indexes of a palette.
   *
   * @param groups by the numbers of the table, which of the colours they become
   * @param colours any order
   */
  static Indexed of(Argb picture, ColourTable table, int[] groups, int[] colours) {
    int[] positions = translucentFirst(colours);
    int[] ordered = new int[colours.length];
    for (int i = 0; i < colours.length; i++) {
      ordered[positions[i]] = colours[i];
    }
    byte[] indexes = new byte[picture.width() * picture.height()];
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      int start = picture.row(y);
      int last = picture.pixels()[start];
      int index = positions[groups[table.numberOf(last)]];
      for (int i = start; i < start + picture.width(); i++) {
        if (picture.pixels()[i] != last) {
          last = picture.pixels()[i];
          index = positions[groups[table.numberOf(last)]];
        }
        indexes[at++] = (byte) index;
      }
    }
    return new Indexed(indexes, picture.width(), picture.height(), new Palette(ordered));
  }

  /** Where each colour goes, so that PNG need not list the alpha of the opaque ones. */
  private static int[] translucentFirst(int[] colours) {
    int[] positions = new int[colours.length];
    int next = 0;
    for (int i = 0; i < colours.length; i++) {
      if (colours[i] >>> 24 != 255) {
        positions[i] = next++;
      }
    }
    for (int i = 0; i < colours.length; i++) {
      if (colours[i] >>> 24 == 255) {
        positions[i] = next++;
      }
    }
    return positions;
  }

  @Override
  public int bitDepth() {
    return palette.bitDepth();
  }

  @Override
  public int colourType() {
    return 3;
  }

  @Override
  public int pixelBytes() {
    return 1;
  }

  @Override
  public int rowBytes() {
    return (width * bitDepth() + 7) / 8;
  }

  @Override
  public Optional<Palette> colours() {
    return Optional.of(palette);
  }

  @Override
  public void row(int y, byte[] buffer, int at) {
    if (bitDepth() == 8) {
      System.arraycopy(indexes, y * width, buffer, at, width);
    } else {
      pack(y * width, buffer, at);
    }
  }

  private void pack(int start, byte[] buffer, int at) {
    int depth = bitDepth();
    int bits = 0;
    int filled = 0;
    for (int x = 0; x < width; x++) {
      bits = bits << depth | indexes[start + x];
      filled += depth;
      if (filled == 8) {
        buffer[at++] = (byte) bits;
        filled = 0;
      }
    }
    if (filled > 0) {
      buffer[at] = (byte) (bits << 8 - filled);
    }
  }

  /** The same for Java's writers. */
  BufferedImage image() {
    var model = new IndexColorModel(8, palette.colours().length, palette.colours(), 0, true, -1, 0);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(indexes, 0, target, 0, indexes.length);
    return image;
  }
}
