package org.azulejo.operation;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was changed, and what was refused, by whichever door it came. A service; safe for many
 * threads.
 */
@ProviderType
public interface AuditTrail {
  /** Writes it down: into the log, and into memory until many others have come. */
  void add(Entry entry);

  /** Those in memory, the latest first. */
  List<Entry> entries();

  /**
   * Something that was done or refused. Each text is one line of bounded length, so that nobody
   * writes lines of his own into the log.
   *
   * @param who name of the user, or of the door if it knows none
   * @param role of the user; empty if the door knows none
   * @param what in words
   * @param from address of the peer; empty if the door knows none
   * @param result {@code done}, or why not
   */
  record Entry(
      Instant when,
      String who,
      String role,
      String what,
      String from,
      String result,
      boolean isDone) {
    private static final int MOST_CHARACTERS = 500;

    public Entry {
      who = line(who);
      role = line(role);
      what = line(what);
      from = line(from);
      result = line(result);
    }

    /** What came by a door that knows no users. */
    public static Entry of(Instant when, String door, String what, String result, boolean isDone) {
      return new Entry(when, door, "", what, "", result, isDone);
    }

    private static String line(String text) {
      var line = new StringBuilder();
      text.codePoints()
          .limit(MOST_CHARACTERS)
          .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? '?' : c)
          .forEach(line::appendCodePoint);
      return line.toString();
    }
  }
}
