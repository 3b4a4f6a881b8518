package org.azulejo.provider.sandwich;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of zooms, both ends included. */
record Zooms(int lowest, int highest) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  /** Reads {@code 12} and {@code 12-18}; empty for all else. */
  static Optional<Zooms> parse(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return Optional.empty();
    }
    String last = range.group(2) == null ? range.group(1) : range.group(2);
    return Optional.of(new Zooms(Integer.parseInt(range.group(1)), Integer.parseInt(last)));
  }

  boolean hold(int zoom) {
    return lowest <= zoom && zoom <= highest;
  }
}
