package org.azulejo.admin.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small pieces of HTML that many pages have. */
public final class Pieces {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String UNITS = "BKMGT";

  private Pieces() {}

  /** Something that went well; nothing if there is no sentence. */
  public static String good(String sentence) {
    return paragraph("good", "status", sentence);
  }

  /** Something that did not; nothing if there is no sentence. */
  public static String bad(String sentence) {
    return paragraph("problem", "alert", sentence);
  }

  private static String paragraph(String kind, String role, String sentence) {
    return sentence.isEmpty()
        ? ""
        : "<p class=\"%s\" role=\"%s\">%s</p>".formatted(kind, role, Template.escape(sentence));
  }

  /** A list of texts; nothing if there are none. */
  public static String list(String kind, List<String> texts) {
    return texts.isEmpty()
        ? ""
        : texts.stream()
            .map(text -> "<li>" + Template.escape(text) + "</li>")
            .collect(Collectors.joining("", "<ul class=\"" + kind + "\">", "</ul>"));
  }

  /** An option of a select. */
  public static String option(String value, String words, boolean isSelected) {
    return "<option value=\"%s\"%s>%s</option>"
        .formatted(Template.escape(value), isSelected ? " selected" : "", Template.escape(words));
  }

  /** Who may not do something is not shown the button for it. */
  public static String when(boolean isSo, String html) {
    return isSo ? html : "";
  }

  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Seconds in the unit that suits them. */
  public static String duration(double seconds) {
    if (seconds <= 0) {
      return "-";
    }
    return seconds < 1
        ? String.format(Locale.ROOT, "%.0f ms", Math.max(1, seconds * 1000))
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** Bytes in the unit that suits them. */
  public static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    for (; size >= 1024 && unit < UNITS.length() - 1; unit++) {
      size /= 1024;
    }
    return unit == 0
        ? bytes + " B"
        : String.format(Locale.ROOT, "%.1f %siB", size, UNITS.charAt(unit));
  }
}
