package org.azulejo.engine.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * The different colours of a picture, numbered in the order of their appearance, and how many
 * pixels have each.
 */
final class ColourTable {
  private static final int FIRST_BITS = 10;

  private final IntUnaryOperator rounding;
  private int[] colours = new int[1 << FIRST_BITS - 1];
  private int[] counts = new int[1 << FIRST_BITS - 1];

  /** Number plus one of the colour there; zero is free. */
  private int[] slots = new int[1 << FIRST_BITS];

  private int shift = 32 - FIRST_BITS;
  private int size;

  private ColourTable(IntUnaryOperator rounding) {
    this.rounding = rounding;
  }

  /**
   * Counts the colours, unless there are too many.
   *
   * @param rounding what is counted in place of a pixel
   * @param most colours that there may be
   */
  static Optional<ColourTable> of(Argb picture, IntUnaryOperator rounding, int most) {
    var table = new ColourTable(rounding);
    for (int y = 0; y < picture.height() && table.size <= most; y++) {
      table.addRow(picture, y, most);
    }
    return table.size <= most ? Optional.of(table) : Optional.empty();
  }

  private void addRow(Argb picture, int y, int most) {
    int[] pixels = picture.pixels();
    int start = picture.row(y);
    int last = pixels[start];
    int number = add(rounding.applyAsInt(last));
    for (int i = start; i < start + picture.width() && size <= most; i++) {
      if (pixels[i] != last) {
        last = pixels[i];
        number = add(rounding.applyAsInt(last));
      }
      counts[number]++;
    }
  }

  int size() {
    return size;
  }

  /** The colour of this number. */
  int colour(int number) {
    return colours[number];
  }

  /** The pixels of the colour of this number. */
  int count(int number) {
    return counts[number];
  }

  /** The number of what this pixel was counted as. */
  int numberOf(int pixel) {
    int colour = rounding.applyAsInt(pixel);
    return slots[slot(colour)] - 1;
  }

  private int add(int colour) {
    int slot = slot(colour);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == colours.length) {
      grow();
      slot = slot(colour);
    }
    colours[size] = colour;
    slots[slot] = ++size;
    return size - 1;
  }

  /** Where the colour is, or would be. */
  private int slot(int colour) {
    int slot = colour * 0x9E3779B1 >>> shift;
    while (slots[slot] != 0 && colours[slots[slot] - 1] != colour) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    shift--;
    slots = new int[slots.length * 2];
    for (int number = 0; number < size; number++) {
      slots[slot(colours[number])] = number + 1;
    }
    colours = Arrays.copyOf(colours, size * 2);
    counts = Arrays.copyOf(counts, size * 2);
  }
}
