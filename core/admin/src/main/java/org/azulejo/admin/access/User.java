package org.azulejo.admin.access;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody, or a script, with a token.
 *
 * @param digest SHA-256 of the token, in hexadecimal digits
 */
public record User(String name, Role role, String digest, Instant made) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
