package org.azulejo.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** One line a record: when, how grave, who and what; the stack trace of an exception below it. */
public final class LineFormatter extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private final ZoneId zone = ZoneId.systemDefault();

  @Override
  public String format(LogRecord line) {
    return "%s %-7s %s: %s%n%s"
        .formatted(
            TIME.format(line.getInstant().atZone(zone)),
            line.getLevel().getName(),
            shortName(String.valueOf(line.getLoggerName())),
            onOneLine(String.valueOf(formatMessage(line))),
            trace(line.getThrown()));
  }

  private static String shortName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** What came from outside must not look like a line of its own. */
  private static String onOneLine(String message) {
    return message.replaceAll("\\R", " | ").replaceAll("\\p{Cntrl}", "?");
  }

  private static String trace(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
