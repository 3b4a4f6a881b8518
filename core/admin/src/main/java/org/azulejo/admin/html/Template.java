package org.azulejo.admin.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with gaps: {@code {{name}}} is filled with a text, escaped, and {@code {{>name}}}
 * with HTML as it is. Immutable.
 */
public final class Template {
  private static final Pattern GAP = Pattern.compile("\\{\\{(>?)(\\w+)}}");

  private final String html;

  Template(String html) {
    this.html = html;
  }

  /** The file of this name beside this class. */
  public static Template named(String file) {
    try (InputStream in = Template.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no template " + file + ".");
      }
      return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException if there is no text for a gap
   */
  public String fill(Map<String, String> texts) {
    return GAP.matcher(html)
        .replaceAll(gap -> Matcher.quoteReplacement(fill(gap.group(2), gap.group(1), texts)));
  }

  private static String fill(String name, String kind, Map<String, String> texts) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("Nothing to fill in for " + name + ".");
    }
    return kind.isEmpty() ? escape(text) : text;
  }

  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
