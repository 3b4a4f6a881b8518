package org.azulejo.provider.urltemplate;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with blanks, after Python's {@code string.Template.safe_substitute}: {@code $name}, {@code
 * ${name}}, and {@code $$} for a dollar sign.
 */
record Template(String text) {
  private static final String NAME = "[_a-zA-Z][_a-zA-Z0-9]*";
  private static final Pattern BLANK =
      Pattern.compile("\\$(?:(\\$)|(%s)|\\{(%s)})".formatted(NAME, NAME));

  /** Names that are not among the values stay as they are. */
  String fill(Map<String, String> values) {
    return BLANK
        .matcher(text)
        .replaceAll(blank -> Matcher.quoteReplacement(replacement(blank, values)));
  }

  private static String replacement(MatchResult blank, Map<String, String> values) {
    if (blank.group(1) != null) {
      return "$";
    }
    String name = blank.group(2) != null ? blank.group(2) : blank.group(3);
    return values.getOrDefault(name, blank.group());
  }
}
