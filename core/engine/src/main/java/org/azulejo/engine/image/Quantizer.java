package org.azulejo.engine.image;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Pictures of any number of colours to pictures of at most 256. */
final class Quantizer {
  /** With more colours than these, they are first rounded; nobody sees it in so rich a picture. */
  private static final int MOST_EXAMINED = 1 << 14;

  private Quantizer() {}

  /** The very same pixels, if they have at most 256 colours. */
  static Optional<Indexed> exact(Argb picture) {
    return ColourTable.of(picture, pixel -> pixel, Palette.MOST_COLOURS)
        .map(table -> exact(picture, table));
  }

  /** The same picture, as well as 256 colours can tell it. */
  static Indexed quantize(Argb picture) {
    ColourTable table = table(picture);
    return table.size() <= Palette.MOST_COLOURS ? exact(picture, table) : cut(picture, table);
  }

  private static Indexed exact(Argb picture, ColourTable table) {
    int[] numbers = IntStream.range(0, table.size()).toArray();
    int[] colours = IntStream.of(numbers).map(table::colour).toArray();
    return Indexed.of(picture, table, numbers, colours);
  }

  private static ColourTable table(Argb picture) {
    return ColourTable.of(picture, Quantizer::onlyVisible, MOST_EXAMINED)
        .or(() -> ColourTable.of(picture, rounded(2), MOST_EXAMINED))
        .or(() -> ColourTable.of(picture, rounded(3), MOST_EXAMINED))
        .or(() -> ColourTable.of(picture, rounded(4), Integer.MAX_VALUE))
        .orElseThrow();
  }

  /** What cannot be seen is all the same. */
  private static int onlyVisible(int pixel) {
    return pixel >>> 24 == 0 ? 0 : pixel;
  }

  /** Drops some bits of each sample, so that the darkest and the brightest stay what they are. */
  private static IntUnaryOperator rounded(int bits) {
    int kept = 0xFF >> bits << bits;
    int mask = kept * 0x01010101;
    int lowest = (0xFF >> 8 - bits) * 0x01010101;
    return pixel -> {
      int colour = onlyVisible(pixel);
      return colour & mask | colour >>> 8 - bits & lowest;
    };
  }

  private static Indexed cut(Argb picture, ColourTable table) {
    var cutter = new BoxCutter(table);
    List<Box> boxes = boxes(cutter, table);
    int[] groups = new int[table.size()];
    int[] colours = new int[boxes.size()];
    for (int group = 0; group < boxes.size(); group++) {
      Box box = boxes.get(group);
      var mean = new Mean();
      for (int place = box.from(); place < box.to(); place++) {
        int number = cutter.number(place);
        groups[number] = group;
        mean.add(table.colour(number), table.count(number));
      }
      colours[group] = mean.colour();
    }
    return Indexed.of(picture, table, groups, colours);
  }

  /** What is wholly transparent keeps a box of its own. */
  private static List<Box> boxes(BoxCutter cutter, ColourTable table) {
    int clear = cutter.clearColours();
    var boxes = new PriorityQueue<>(Comparator.comparingDouble(Box::gain).reversed());
    if (clear > 0) {
      boxes.add(new Box(0, clear, 0, 0, 0));
    }
    boxes.add(cutter.box(clear, table.size()));
    while (boxes.size() < Palette.MOST_COLOURS && boxes.element().gain() > 0) {
      Box box = boxes.remove();
      int middle = cutter.cut(box);
      boxes.add(cutter.box(box.from(), middle));
      boxes.add(cutter.box(middle, box.to()));
    }
    return List.copyOf(boxes);
  }
}
