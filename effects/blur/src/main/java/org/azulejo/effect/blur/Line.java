package org.azulejo.effect.blur;

/**
 * A row or column of pixels. Two samples travel in one long, 32 bits each: alpha and green, red and
 * blue. No sum of theirs, weighted in parts of 2^24, ever needs more.
 */
final class Line {
  private static final long SAMPLES = 0x000000FF_000000FFL;
  private static final long HALF = 0x00800000_00800000L;

  private final int last;
  private long[] alphaGreen;
  private long[] redBlue;
  private long[] spare;

  Line(int length) {
    last = length - 1;
    alphaGreen = new long[length];
    redBlue = new long[length];
    spare = new long[length];
  }

  void read(int[] pixels, int start, int step) {
    for (int i = 0; i <= last; i++) {
      int pixel = pixels[start + i * step];
      alphaGreen[i] = (long) (pixel >>> 24) << 32 | pixel >> 8 & 255;
      redBlue[i] = (pixel >> 16 & 255L) << 32 | pixel & 255;
    }
  }

  void write(int[] pixels, int start, int step) {
    for (int i = 0; i <= last; i++) {
      int alpha = (int) (alphaGreen[i] >>> 32);
      int red = (int) (redBlue[i] >>> 32);
      pixels[start + i * step] =
          alpha << 24 | red << 16 | (int) alphaGreen[i] << 8 | (int) redBlue[i];
    }
  }

  /** Puts the mean of its neighbours in the place of every pixel. */
  void average(Box box) {
    long[] averaged = average(alphaGreen, spare, box);
    spare = alphaGreen;
    alphaGreen = averaged;
    averaged = average(redBlue, spare, box);
    spare = redBlue;
    redBlue = averaged;
  }

  private long[] average(long[] from, long[] target, Box box) {
    int radius = box.radius();
    long sum = first(from, radius);
    for (int i = 0; i <= last; i++) {
      long before = from[Math.max(i - radius - 1, 0)];
      long after = from[Math.min(i + radius + 1, last)];
      long mean = sum * box.weight() + (before + after) * box.edgeWeight() + HALF;
      target[i] = mean >>> 24 & SAMPLES;
      sum += after - from[Math.max(i - radius, 0)];
    }
    return target;
  }

  /** The sum around the first pixel; the line goes on as it begins and ends. */
  private long first(long[] from, int radius) {
    long sum = from[0] * (radius + 1L);
    int inside = Math.min(radius, last);
    for (int i = 1; i <= inside; i++) {
      sum += from[i];
    }
    return sum + from[last] * (radius - inside);
  }
}
