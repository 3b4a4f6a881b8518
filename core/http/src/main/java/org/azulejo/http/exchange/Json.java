package org.azulejo.http.exchange;

import java.util.Map;

/** Writes JSON that may also stand within HTML. */
public final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /**
   * @param value maps, collections, numbers and flags as themselves, all else as texts
   */
  public static String of(Object value) {
    var json = new Json();
    json.write(value);
    return json.out.toString();
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> map) {
      String before = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(before);
        text(String.valueOf(entry.getKey()));
        out.append(':');
        write(entry.getValue());
        before = ",";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof Iterable<?> list) {
      list(list);
    } else if (value instanceof Boolean || isNumber(value)) {
      out.append(value);
    } else {
      text(String.valueOf(value));
    }
  }

  private void list(Iterable<?> list) {
    out.append('[');
    String before = "";
    for (Object element : list) {
      out.append(before);
      write(element);
      before = ",";
    }
    out.append(']');
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }

  private void text(String text) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c)) {
        out.append(text, from, i);
        from = i + 1;
        escape(c);
      }
    }
    out.append(text, from, text.length()).append('"');
  }

  /** Whether it stands for itself within a text. */
  public static boolean isPlain(char c) {
    return c >= 0x20
        && c != '"'
        && c != '\\'
        && c != '<'
        && c != '>'
        && c != '&'
        && c != '\u2028'
        && c != '\u2029';
  }

  private void escape(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else {
      out.append("\\u%04x".formatted((int) c));
    }
  }
}
