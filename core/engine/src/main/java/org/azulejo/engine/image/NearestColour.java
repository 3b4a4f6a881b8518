package org.azulejo.engine.image;

/**
 * Which of the colours of a palette is nearest: by the Euclidean distance of red, green and blue;
 * the first of several. Remembers some of its answers; for one picture and one thread.
 */
final class NearestColour {
  private static final int KEPT_BITS = 12;

  private final int[] colours;
  private final int clear;

  /** Opaque colours; zero stands for none. */
  private final int[] known = new int[1 << KEPT_BITS];

  private final byte[] answers = new byte[1 << KEPT_BITS];

  /**
   * @param clear the index for pixels that are more than half transparent; -1 if there is none, and
   *     they are taken as opaque
   */
  NearestColour(int[] colours, int clear) {
    this.colours = colours;
    this.clear = clear;
  }

  int index(int pixel) {
    if (clear >= 0 && pixel >= 0) {
      return clear;
    }
    int colour = pixel | Argb.OPAQUE;
    int slot = colour * 0x9E3779B1 >>> 32 - KEPT_BITS;
    if (known[slot] != colour) {
      known[slot] = colour;
      answers[slot] = (byte) search(colour);
    }
    return answers[slot] & 255;
  }

  private int search(int colour) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int distance = distance(colour, colours[i]);
      if (distance < least && i != clear) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 255) - (other >> 16 & 255);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  }
}
