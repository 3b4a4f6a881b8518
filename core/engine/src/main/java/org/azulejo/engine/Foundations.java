package org.azulejo.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts out which layers stand on which: circles fail, and who stands on a layer that waits or
 * failed shares its fate.
 */
final class Foundations {
  private final Map<String, Draft> drafts;
  private final Set<String> settled = new HashSet<>();
  private final List<String> way = new ArrayList<>();

  Foundations(Map<String, Draft> drafts) {
    this.drafts = drafts;
  }

  void settle() {
    drafts.keySet().forEach(this::settle);
  }

  private void settle(String name) {
    if (settled.contains(name)) {
      return;
    }
    int start = way.indexOf(name);
    if (start >= 0) {
      failCircle(List.copyOf(way.subList(start, way.size())));
      return;
    }
    way.add(name);
    Draft draft = drafts.get(name);
    for (String below : draft.builtUpon) {
      settle(below);
      share(draft, drafts.get(below));
    }
    way.remove(way.size() - 1);
    settled.add(name);
  }

  private void failCircle(List<String> circle) {
    String round = String.join(" > ", circle) + " > " + circle.get(0);
    for (String name : circle) {
      drafts.get(name).fail("layers.%s: built upon itself: %s.".formatted(name, round));
    }
  }

  private static void share(Draft draft, Draft below) {
    if (below.failure != null) {
      draft.fail(
          "layers.%s: built upon the layer \"%s\", which failed: %s"
              .formatted(draft.name(), below.name(), below.failure));
    }
    for (String missing : below.missing) {
      String said = missing.contains(" for the layer ") ? missing : inheriting(missing, below);
      if (!draft.missing.contains(said)) {
        draft.missing.add(said);
      }
    }
  }

  private static String inheriting(String missing, Draft below) {
    return "%s for the layer \"%s\"".formatted(missing, below.name());
  }
}
