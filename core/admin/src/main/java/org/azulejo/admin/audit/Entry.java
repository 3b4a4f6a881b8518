package org.azulejo.admin.audit;

import java.time.Instant;
import org.azulejo.admin.access.Visitor;

/**
 * Something that was done or refused.
 *
 * @param who name of the user, a hyphen if nobody known
 * @param role of the user, a hyphen if nobody known
 * @param what in words
 * @param from address of the peer
 * @param result {@code done}, or why not
 */
public record Entry(
    Instant when,
    String who,
    String role,
    String what,
    String from,
    String result,
    boolean isDone) {
  private static final int MOST_CHARACTERS = 500;

  static Entry of(Instant when, Visitor by, String what, String result, boolean isDone) {
    return new Entry(
        when,
        by.name(),
        by.isKnown() ? by.role().word() : "-",
        line(what),
        by.from(),
        line(result),
        isDone);
  }

  /** On one line and of bounded length, so that nobody writes lines of his own into the log. */
  private static String line(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .limit(MOST_CHARACTERS)
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? '?' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
