package org.azulejo.engine.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What lies between the values of a JSON text: white space, comments, commas. Every place that is
 * handed in must lie between values, or at the start or end of one.
 */
record Gaps(String text) {
  /** From its first character to behind its last, without the line break that ends it. */
  record Comment(int start, int end) {}

  /** The comments from one place to another. */
  List<Comment> comments(int from, int to) {
    var comments = new ArrayList<Comment>();
    int at = from;
    while (at < to) {
      if (startsComment(at)) {
        comments.add(new Comment(at, commentEnd(at)));
        at = commentEnd(at);
      } else {
        at++;
      }
    }
    return comments;
  }

  /** Where the comma after a value is, if there is one. */
  OptionalInt comma(int end) {
    int at = end;
    while (startsComment(at) || Character.isWhitespace(charAt(at))) {
      at = startsComment(at) ? commentEnd(at) : at + 1;
    }
    return charAt(at) == ',' ? OptionalInt.of(at) : OptionalInt.empty();
  }

  /** Whether there is nothing but blanks before a place in its line. */
  boolean startsLine(int at) {
    return skipBlanksBack(at) == lineStart(at);
  }

  /** Where the line ends, if nothing follows in it but blanks and comments. */
  OptionalInt endOfLine(int from) {
    int at = skipBlanks(from);
    while (startsComment(at)) {
      at = skipBlanks(commentEnd(at));
    }
    return at == text.length() || isLineBreak(at) ? OptionalInt.of(at) : OptionalInt.empty();
  }

  int lineStart(int at) {
    int start = at;
    while (start > 0 && !isLineBreak(start - 1)) {
      start--;
    }
    return start;
  }

  /** The blanks that the line of a place begins with. */
  String indentation(int at) {
    int start = lineStart(at);
    return text.substring(start, Math.min(at, skipBlanks(start)));
  }

  /** The place behind a line break, if there is one. */
  int skipLineBreak(int at) {
    return text.startsWith("\r\n", at) ? at + 2 : isLineBreak(at) ? at + 1 : at;
  }

  int skipBlanks(int from) {
    int at = from;
    while (isBlank(at)) {
      at++;
    }
    return at;
  }

  int skipBlanksBack(int from) {
    int at = from;
    while (isBlank(at - 1)) {
      at--;
    }
    return at;
  }

  /** Whether a member or an element begins here. */
  boolean startsEntry(int at) {
    return !startsComment(at) && !isLineBreak(at) && "}],\0".indexOf(charAt(at)) < 0;
  }

  private int commentEnd(int start) {
    if (text.startsWith("/*", start)) {
      return text.indexOf("*/", start + 2) + 2;
    }
    int end = start;
    while (end < text.length() && !isLineBreak(end)) {
      end++;
    }
    return end;
  }

  private boolean startsComment(int at) {
    return charAt(at) == '#' || charAt(at) == '/';
  }

  private boolean isBlank(int at) {
    return charAt(at) == ' ' || charAt(at) == '\t';
  }

  private boolean isLineBreak(int at) {
    return charAt(at) == '\n' || charAt(at) == '\r';
  }

  /** Beyond the text there is nothing. */
  private char charAt(int at) {
    return at < 0 || at >= text.length() ? '\0' : text.charAt(at);
  }
}
