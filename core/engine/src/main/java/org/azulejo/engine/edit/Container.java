package org.azulejo.engine.edit;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.azulejo.engine.edit.Outline.Entry;
import org.azulejo.engine.edit.Rendering.Spot;

/**
 * An object or a list in a text: entries go from it, and others come into it. With an entry that
 * has lines of its own goes the comment at the end of its line, and the one right above it unless
 * the next entry follows as closely: then that comment may well be about both.
 */
final class Container {
  private final Outline place;
  private final List<Entry> kept;
  private final Gaps gaps;
  private final List<Splice> splices;

  /** Up to where something has been cut. */
  private int cutTo;

  /** Writes an entry. */
  @FunctionalInterface
  interface Newcomer {
    String written(Spot spot);
  }

  /**
   * @param kept all entries that do not go
   * @param splices added to
   */
  Container(Outline place, List<Entry> kept, Gaps gaps, List<Splice> splices) {
    this.place = place;
    this.kept = kept;
    this.gaps = gaps;
    this.splices = splices;
  }

  /**
   * @param index before which of the kept ones the newcomers come
   */
  void change(int index, List<Newcomer> added, Rendering rendering, int depth) {
    Set<Integer> starts = kept.stream().map(Entry::start).collect(Collectors.toSet());
    place.entries().stream().filter(entry -> !starts.contains(entry.start())).forEach(this::remove);
    if (added.isEmpty()) {
      dropLooseComma();
    } else if (kept.isEmpty()) {
      fill(added, rendering, depth);
    } else if (index == 0) {
      prepend(added, rendering, depth);
    } else {
      append(index, added, rendering, depth);
    }
  }

  private void remove(Entry entry) {
    OptionalInt comma = gaps.comma(entry.end());
    int end = comma.isPresent() ? comma.getAsInt() + 1 : entry.end();
    OptionalInt endOfLine = gaps.endOfLine(end);
    if (comma.isPresent() && !gaps.comments(entry.end(), end).isEmpty()) {
      cut(gaps.skipBlanksBack(entry.start()), entry.end());
      cut(comma.getAsInt(), end);
    } else if (gaps.startsLine(entry.start()) && endOfLine.isPresent()) {
      int nextLine = gaps.skipLineBreak(endOfLine.getAsInt());
      boolean isFollowedClosely = gaps.startsEntry(gaps.skipBlanks(nextLine));
      cut(isFollowedClosely ? gaps.lineStart(entry.start()) : withComment(entry), nextLine);
    } else if (comma.isPresent() && endOfLine.isEmpty() && isFirstOfLine(entry)) {
      cut(entry.start(), gaps.skipBlanks(end));
    } else {
      cut(gaps.skipBlanksBack(entry.start()), end);
    }
  }

  private boolean isFirstOfLine(Entry entry) {
    return gaps.startsLine(entry.start()) || place.entries().get(0).equals(entry);
  }

  /** The start of the line of an entry, or of the comment right above it. */
  private int withComment(Entry entry) {
    List<Gaps.Comment> comments = gaps.comments(behindPrevious(entry), entry.start());
    int top = gaps.lineStart(entry.start());
    for (int i = comments.size() - 1; i >= 0; i--) {
      Gaps.Comment comment = comments.get(i);
      int below = gaps.skipLineBreak(gaps.skipBlanks(comment.end()));
      if (below != top || !gaps.startsLine(comment.start())) {
        break;
      }
      top = gaps.lineStart(comment.start());
    }
    return top;
  }

  private int behindPrevious(Entry entry) {
    int index = place.entries().indexOf(entry);
    return index == 0
        ? place.start() + 1
        : gaps.comma(place.entries().get(index - 1).end()).orElseThrow() + 1;
  }

  /** The last one needs a comma only if the last one had one before. */
  private void dropLooseComma() {
    if (!kept.isEmpty() && !endsWithComma()) {
      gaps.comma(last(kept).end())
          .ifPresent(comma -> splices.add(new Splice(comma, comma + 1, "")));
    }
  }

  private boolean endsWithComma() {
    return gaps.comma(last(place.entries()).end()).isPresent();
  }

  /** There is nothing yet but comments: one below the bracket is not about what comes above it. */
  private void fill(List<Newcomer> added, Rendering rendering, int depth) {
    String indentation = gaps.indentation(place.start());
    String deeper = indentation + rendering.step();
    String separator = rendering.lineEnd() + deeper;
    String entries = separator + joined(added, separator, new Spot(depth, deeper, deeper.length()));
    OptionalInt endOfLine = gaps.endOfLine(place.start() + 1);
    if (endOfLine.isPresent()) {
      insert(endOfLine.getAsInt(), entries);
    } else {
      int end = place.end() - 1;
      String words = entries + rendering.lineEnd() + indentation;
      splices.add(new Splice(gaps.skipBlanksBack(end), end, words));
    }
  }

  private void prepend(List<Newcomer> added, Rendering rendering, int depth) {
    Entry first = kept.get(0);
    Spot spot = Spot.at(first.start(), gaps, depth);
    if (gaps.startsLine(first.start())) {
      String separator = rendering.lineEnd() + spot.indentation();
      insert(first.start(), joined(added, separator, spot) + "," + separator);
    } else {
      insert(first.start(), joined(added, " ", spot) + ", ");
    }
  }

  private void append(int index, List<Newcomer> added, Rendering rendering, int depth) {
    Entry previous = kept.get(index - 1);
    OptionalInt comma = gaps.comma(previous.end());
    if (comma.isEmpty()) {
      insert(previous.end(), ",");
    }
    int behind = comma.isPresent() ? comma.getAsInt() + 1 : previous.end();
    String end = index < kept.size() || endsWithComma() ? "," : "";
    List<Entry> inLines =
        kept.subList(0, index).stream().filter(e -> gaps.startsLine(e.start())).toList();
    if (inLines.isEmpty()) {
      Spot spot = Spot.at(previous.end(), gaps, depth);
      insert(behind, " " + joined(added, " ", spot) + end);
    } else {
      Spot spot = Spot.at(last(inLines).start(), gaps, depth);
      String separator = rendering.lineEnd() + spot.indentation();
      insert(
          gaps.endOfLine(behind).orElse(behind), separator + joined(added, separator, spot) + end);
    }
  }

  private static String joined(List<Newcomer> added, String separator, Spot spot) {
    return added.stream()
        .map(newcomer -> newcomer.written(spot))
        .collect(Collectors.joining("," + separator));
  }

  private static Entry last(List<Entry> entries) {
    return entries.get(entries.size() - 1);
  }

  private void insert(int at, String words) {
    splices.add(new Splice(at, at, words));
  }

  private void cut(int from, int to) {
    splices.add(new Splice(Math.max(from, cutTo), to, ""));
    cutTo = to;
  }
}
