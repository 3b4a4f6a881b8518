package org.azulejo.provider.sandwich;

import java.util.Optional;

/** A colour, channels 0..1. */
record Colour(float red, float green, float blue, float alpha) {
  static final Colour NONE = new Colour(0, 0, 0, 0);

  /** Reads {@code #rgb}, {@code #rgba}, {@code #rrggbb}, {@code #rrggbbaa}; empty for all else. */
  static Optional<Colour> parse(String text) {
    if (!text.matches("#(\\p{XDigit}{3,4}|\\p{XDigit}{6}|\\p{XDigit}{8})")) {
      return Optional.empty();
    }
    boolean isShort = text.length() <= 5;
    String digits = isShort ? text.substring(1).replaceAll(".", "$0$0") : text.substring(1);
    String full = digits.length() == 6 ? digits + "ff" : digits;
    return Optional.of(
        new Colour(channel(full, 0), channel(full, 1), channel(full, 2), channel(full, 3)));
  }

  private static float channel(String digits, int index) {
    return Integer.parseInt(digits, 2 * index, 2 * index + 2, 16) / 255f;
  }
}
