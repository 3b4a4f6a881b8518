package org.azulejo.admin.exchange;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes texts into addresses, and reads them out of forms. */
public final class Urls {
  private Urls() {}

  /** As a parameter, or as one step of a path: slashes are escaped. */
  public static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** As several steps of a path: slashes stay. */
  public static String path(String text) {
    return escape(text).replace("%2F", "/");
  }

  /**
   * @throws Problem 400 if an escape is broken
   */
  static String unescape(String text) throws Problem {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Problem(400, "The form has a broken percent escape.");
    }
  }
}
