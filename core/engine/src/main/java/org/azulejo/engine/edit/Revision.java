package org.azulejo.engine.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.azulejo.engine.edit.Container.Newcomer;
import org.azulejo.engine.edit.Outline.Entry;
import org.azulejo.engine.edit.Rendering.Spot;

/**
 * Has a JSON text say something else and leaves everything in it that may stay as it is: what has
 * not changed keeps its place, its spelling and its comments; a member that is new comes last.
 * Where a key stands twice in an object, the last one counts, as it does for every reader.
 */
final class Revision {
  private final Rendering rendering;
  private final Gaps gaps;
  private final List<Splice> splices = new ArrayList<>();

  private Revision(Gaps gaps, Rendering rendering) {
    this.gaps = gaps;
    this.rendering = rendering;
  }

  /**
   * @throws IOException if the text is no JSON
   */
  static String of(String text, JsonNode wanted, JsonMapper mapper) throws IOException {
    Outline root = Outline.of(text, mapper);
    var revision = new Revision(new Gaps(text), Rendering.like(text, root, mapper));
    revision.change(root, mapper.readTree(text), wanted, 0);
    return Splice.all(revision.splices, text);
  }

  private void change(Outline place, JsonNode was, JsonNode wanted, int depth) {
    if (was.equals(wanted)) {
      return;
    }
    if (was.isObject() && wanted.isObject()) {
      object(place, was, wanted, depth);
    } else if (was.isArray() && wanted.isArray()) {
      list(place, was, wanted, depth);
    } else {
      replace(place, wanted, depth);
    }
  }

  private void object(Outline place, JsonNode was, JsonNode wanted, int depth) {
    List<Entry> kept = place.entries().stream().filter(e -> wanted.has(e.name())).toList();
    var latest = new LinkedHashMap<String, Outline>();
    kept.forEach(entry -> latest.put(entry.name(), entry.value()));
    latest.forEach((name, value) -> change(value, was.get(name), wanted.get(name), depth + 1));
    List<Newcomer> added =
        wanted.properties().stream()
            .filter(member -> !was.has(member.getKey()))
            .<Newcomer>map(m -> spot -> rendering.member(m.getKey(), m.getValue(), spot))
            .toList();
    if (kept.isEmpty() && isBetterNew(place, wanted)) {
      replace(place, wanted, depth);
    } else {
      new Container(place, kept, gaps, splices).change(kept.size(), added, rendering, depth + 1);
    }
  }

  /** What is alike at the beginning and at the end stays; what is between is changed in pairs. */
  private void list(Outline place, JsonNode was, JsonNode wanted, int depth) {
    if (was.isEmpty() && isBetterNew(place, wanted)) {
      replace(place, wanted, depth);
      return;
    }
    int most = Math.min(was.size(), wanted.size());
    int head = alike(most, i -> was.get(i).equals(wanted.get(i)));
    int tail = alike(most - head, i -> fromEnd(was, i).equals(fromEnd(wanted, i)));
    List<Entry> entries = place.entries();
    IntStream.range(head, most - tail)
        .forEach(i -> change(entries.get(i).value(), was.get(i), wanted.get(i), depth + 1));
    var kept = new ArrayList<>(entries.subList(0, most - tail));
    kept.addAll(entries.subList(was.size() - tail, was.size()));
    List<Newcomer> added =
        IntStream.range(most - tail, wanted.size() - tail)
            .<Newcomer>mapToObj(i -> spot -> rendering.value(wanted.get(i), spot))
            .toList();
    new Container(place, kept, gaps, splices).change(most - tail, added, rendering, depth + 1);
  }

  /** Whether there is nothing around the entries, or in their place, that should be kept. */
  private boolean isBetterNew(Outline place, JsonNode wanted) {
    return !wanted.isEmpty()
        && (!place.entries().isEmpty()
            || gaps.comments(place.start() + 1, place.end() - 1).isEmpty());
  }

  private void replace(Outline place, JsonNode wanted, int depth) {
    String fresh = rendering.value(wanted, Spot.at(place.start(), gaps, depth));
    splices.add(new Splice(place.start(), place.end(), fresh));
  }

  private static int alike(int most, IntPredicate isAlike) {
    return (int) IntStream.range(0, most).takeWhile(isAlike).count();
  }

  private static JsonNode fromEnd(JsonNode list, int index) {
    return list.get(list.size() - 1 - index);
  }
}
