package org.azulejo.engine.image;

/** The mean of some colours. A translucent one counts for less in the mean of the hues. */
final class Mean {
  private long weight;
  private long alpha;
  private long red;
  private long green;
  private long blue;

  void add(int colour, long count) {
    long opacity = count * (colour >>> 24);
    weight += count;
    alpha += opacity;
    red += opacity * (colour >> 16 & 255);
    green += opacity * (colour >> 8 & 255);
    blue += opacity * (colour & 255);
  }

  /** ARGB; at least one colour must have been added. */
  int colour() {
    if (alpha == 0) {
      return 0;
    }
    return divided(alpha, weight) << 24
        | divided(red, alpha) << 16
        | divided(green, alpha) << 8
        | divided(blue, alpha);
  }

  private static int divided(long sum, long by) {
    return (int) ((sum + by / 2) / by);
  }
}
