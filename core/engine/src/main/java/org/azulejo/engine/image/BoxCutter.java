package org.azulejo.engine.image;

/**
 * Finds where to cut a box of colours in two, so that the errors become as small as possible: after
 * X. Wu, "Efficient Statistical Computations for Optimal Color Quantization", Graphics Gems II. The
 * colours are taken premultiplied, so that an error counts for as much as it is seen.
 */
final class BoxCutter {
  private static final int AXES = 4;
  private static final int VALUES = 256;

  private final int[] colours;
  private final int[] counts;
  private final int[] order;
  private final int[] least = new int[AXES];
  private final int[] greatest = new int[AXES];

  /** Pixels and, for each axis, the sum of their values, by the value on the axis of the cut. */
  private final long[] weights = new long[VALUES];

  private final long[][] sums = new long[AXES][VALUES];

  BoxCutter(ColourTable table) {
    int size = table.size();
    colours = new int[size];
    counts = new int[size];
    order = new int[size];
    for (int i = 0; i < size; i++) {
      colours[i] = premultiplied(table.colour(i));
      counts[i] = table.count(i);
      order[i] = i;
    }
  }

  /** The number of the colour at a place. */
  int number(int place) {
    return order[place];
  }

  /** The box of these places, with its best cut. */
  Box box(int from, int to) {
    measure(from, to);
    Box best = new Box(from, to, 0, 0, 0);
    for (int axis = 0; axis < AXES; axis++) {
      if (least[axis] < greatest[axis]) {
        best = bestCut(best, axis);
      }
    }
    return best;
  }

  /** Puts what is wholly transparent first, and tells where the rest begins. */
  int clearColours() {
    return cut(new Box(0, order.length, 0, 0, 0));
  }

  /** Puts the colours before the cut first, and tells where the others begin. */
  int cut(Box box) {
    int before = box.from();
    for (int place = box.from(); place < box.to(); place++) {
      int number = order[place];
      if (value(colours[number], box.axis()) <= box.threshold()) {
        order[place] = order[before];
        order[before++] = number;
      }
    }
    return before;
  }

  private void measure(int from, int to) {
    for (int axis = 0; axis < AXES; axis++) {
      least[axis] = VALUES;
      greatest[axis] = -1;
      for (int place = from; place < to; place++) {
        int value = value(colours[order[place]], axis);
        least[axis] = Math.min(least[axis], value);
        greatest[axis] = Math.max(greatest[axis], value);
      }
    }
  }

  private Box bestCut(Box best, int axis) {
    collect(best.from(), best.to(), axis);
    var whole = new Moments();
    for (int value = least[axis]; value <= greatest[axis]; value++) {
      whole.add(value);
    }
    double uncut = whole.score();
    var before = new Moments();
    for (int value = least[axis]; value < greatest[axis]; value++) {
      if (weights[value] > 0) {
        before.add(value);
        double gain = before.score() + whole.scoreWithout(before) - uncut;
        if (gain > best.gain()) {
          best = new Box(best.from(), best.to(), gain, axis, value);
        }
      }
    }
    return best;
  }

  private void collect(int from, int to, int axis) {
    for (int value = least[axis]; value <= greatest[axis]; value++) {
      weights[value] = sums[0][value] = sums[1][value] = sums[2][value] = sums[3][value] = 0;
    }
    for (int place = from; place < to; place++) {
      int colour = colours[order[place]];
      long count = counts[order[place]];
      int value = value(colour, axis);
      weights[value] += count;
      sums[0][value] += count * (colour >>> 24);
      sums[1][value] += count * (colour >> 16 & 255);
      sums[2][value] += count * (colour >> 8 & 255);
      sums[3][value] += count * (colour & 255);
    }
  }

  private static int value(int colour, int axis) {
    return colour >>> 24 - 8 * axis & 255;
  }

  private static int premultiplied(int colour) {
    int alpha = colour >>> 24;
    if (alpha == 255) {
      return colour;
    }
    int red = (colour >> 16 & 255) * alpha / 255;
    int green = (colour >> 8 & 255) * alpha / 255;
    int blue = (colour & 255) * alpha / 255;
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  /** Sums over some of the values. */
  private final class Moments {
    private long weight;
    private long alpha;
    private long red;
    private long green;
    private long blue;

    void add(int value) {
      weight += weights[value];
      alpha += sums[0][value];
      red += sums[1][value];
      green += sums[2][value];
      blue += sums[3][value];
    }

    /** What the squared errors from the mean are less than the squared values. */
    double score() {
      return score(alpha, red, green, blue) / weight;
    }

    double scoreWithout(Moments part) {
      return score(alpha - part.alpha, red - part.red, green - part.green, blue - part.blue)
          / (weight - part.weight);
    }

    private static double score(double alpha, double red, double green, double blue) {
      return alpha * alpha + red * red + green * green + blue * blue;
    }
  }
}
