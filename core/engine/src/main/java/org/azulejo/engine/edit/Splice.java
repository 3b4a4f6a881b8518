package org.azulejo.engine.edit;

import java.util.Comparator;
import java.util.List;

/** Something in the place of a piece of a text; of the empty piece, where something comes in. */
record Splice(int start, int end, String replacement) {
  /** The text with all of these done, which must not overlap. */
  static String all(List<Splice> splices, String text) {
    var result = new StringBuilder();
    int copied = 0;
    for (Splice splice : inOrder(splices)) {
      result.append(text, copied, splice.start).append(splice.replacement);
      copied = splice.end;
    }
    return result.append(text, copied, text.length()).toString();
  }

  /** What comes in at a place goes before what is taken away from there on. */
  private static List<Splice> inOrder(List<Splice> splices) {
    return splices.stream()
        .sorted(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end))
        .toList();
  }
}
