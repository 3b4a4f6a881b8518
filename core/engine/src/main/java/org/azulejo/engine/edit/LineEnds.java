package org.azulejo.engine.edit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The kinds of line ends: outside of JSON's strings, and inside there are none, all are alike. */
final class LineEnds {
  private static final Pattern ANY = Pattern.compile("\r\n|\r|\n");

  private LineEnds() {}

  /** The first line end of a text. */
  static String of(String text) {
    return ANY.matcher(text).results().map(MatchResult::group).findFirst().orElse("\n");
  }

  /** The fresh text with the line ends of the old one, if that has only one kind of them. */
  static String like(String old, String fresh) {
    List<String> kinds = ANY.matcher(old).results().map(MatchResult::group).distinct().toList();
    return kinds.size() == 1 ? ANY.matcher(fresh).replaceAll(kinds.get(0)) : fresh;
  }
}
