package org.azulejo.http.exchange;

import org.jspecify.annotations.Nullable;

/** Tells whether the client has a thing already (RFC 9110, 13.1.2). */
public final class Conditional {
  private Conditional() {}

  /**
   * Whether {@code If-None-Match} is there and holds the tag, weak or strong, or is a star.
   *
   * @param header its value: a list of quoted tags
   * @param tag with its quotes
   */
  public static boolean isKnown(@Nullable String header, String tag) {
    return header != null && holds(header, tag);
  }

  private static boolean holds(String header, String tag) {
    if (header.equals(tag) || header.equals("*")) {
      return true;
    }
    for (int at = header.indexOf(tag); at >= 0; at = header.indexOf(tag, at + 1)) {
      if (startsTag(header, at) && endsTag(header, at + tag.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsTag(String header, int at) {
    int before = header.startsWith("W/", at - 2) ? at - 2 : at;
    return before == 0 || isGap(header.charAt(before - 1));
  }

  private static boolean endsTag(String header, int at) {
    return at == header.length() || isGap(header.charAt(at));
  }

  private static boolean isGap(char c) {
    return c == ',' || c == ' ' || c == '\t';
  }
}
