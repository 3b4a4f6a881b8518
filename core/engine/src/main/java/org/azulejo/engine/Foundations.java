package org.azulejo.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts out which layers stand on which; those that stand on themselves fail. */
final class Foundations {
  private final Map<String, Draft> drafts;
  private final Map<String, List<Draft>> above = new HashMap<>();
  private final Set<String> settled = new LinkedHashSet<>();

  Foundations(Map<String, Draft> drafts) {
    this.drafts = drafts;
  }

  /**
   * @return the names of all layers, each after those that it stands on
   */
  Set<String> settle() {
    drafts.values().forEach(this::enlist);
    settle(drafts.values().stream().filter(this::isReady).toList());
    for (String name : drafts.keySet()) {
      while (!settled.contains(name)) {
        List<String> circle = circleBelow(name);
        fail(circle);
        settle(circle.stream().map(drafts::get).toList());
      }
    }
    return settled;
  }

  private void enlist(Draft draft) {
    for (String below : draft.builtUpon) {
      if (!drafts.containsKey(below)) {
        draft.fail("layers.%s: there is no layer \"%s\".".formatted(draft.name(), below));
      }
    }
    draft.builtUpon.retainAll(drafts.keySet());
    draft.builtUpon.forEach(
        below -> above.computeIfAbsent(below, name -> new ArrayList<>()).add(draft));
  }

  private boolean isReady(Draft draft) {
    return settled.containsAll(draft.builtUpon);
  }

  private void settle(Collection<Draft> ready) {
    var next = new ArrayDeque<>(ready);
    while (!next.isEmpty()) {
      Draft draft = next.remove();
      if (settled.add(draft.name())) {
        above.getOrDefault(draft.name(), List.of()).stream()
            .filter(this::isReady)
            .forEach(next::add);
      }
    }
  }

  /** Who is not settled stands on another who is not: the way down leads into a circle. */
  private List<String> circleBelow(String name) {
    var way = new LinkedHashSet<String>();
    String here = name;
    while (way.add(here)) {
      Set<String> below = drafts.get(here).builtUpon;
      here = below.stream().filter(n -> !settled.contains(n)).findFirst().orElseThrow();
    }
    var names = new ArrayList<>(way);
    return names.subList(names.indexOf(here), names.size());
  }

  private void fail(List<String> circle) {
    String round = String.join(" > ", circle) + " > " + circle.get(0);
    for (String name : circle) {
      drafts.get(name).fail("layers.%s: built upon itself: %s.".formatted(name, round));
    }
  }
}
