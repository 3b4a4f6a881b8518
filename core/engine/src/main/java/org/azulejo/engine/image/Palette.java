package org.azulejo.engine.image;

/**
 * The colours of an indexed picture.
 *
 * @param colours ARGB; 1 to 256
 */
record Palette(int[] colours) {
  static final int MOST_COLOURS = 256;

  /** The smallest depth that holds the colours, in bits: 1, 2, 4 or 8. */
  int bitDepth() {
    int count = colours.length;
    if (count <= 2) {
      return 1;
    }
    if (count <= 4) {
      return 2;
    }
    return count <= 16 ? 4 : 8;
  }

  /** How many colours there are up to the last that is not opaque: the length of PNG's tRNS. */
  int translucentColours() {
    int count = colours.length;
    while (count > 0 && colours[count - 1] >>> 24 == 255) {
      count--;
    }
    return count;
  }
}
