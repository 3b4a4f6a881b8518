package org.azulejo.engine.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/** What has been asked of a section. Safe for many threads. */
public final class Asked {
  private final String where;
  private final Set<String> keys = new ConcurrentSkipListSet<>();
  private final Map<String, Asked> sections = new ConcurrentHashMap<>();
  private final Set<String> layers;
  private final Map<String, Boolean> layerNames;

  Asked(String where) {
    this(where, new ConcurrentSkipListSet<>(), new ConcurrentHashMap<>());
  }

  private Asked(String where, Set<String> layers, Map<String, Boolean> layerNames) {
    this.where = where;
    this.layers = layers;
    this.layerNames = layerNames;
  }

  void key(String key) {
    keys.add(key);
  }

  void layer(String name) {
    layers.add(name);
  }

  void layerName(String name, boolean answer) {
    layerNames.put(name, answer);
  }

  Asked within(String place) {
    return sections.computeIfAbsent(place, p -> new Asked(p, layers, layerNames));
  }

  /** The layers that were asked for, here and in every section within. */
  public Set<String> layers() {
    return Set.copyOf(layers);
  }

  /** Whether every question if there is such a layer would be answered as it was. */
  public boolean stillTrue(Predicate<String> hasLayer) {
    return layerNames.entrySet().stream()
        .allMatch(entry -> hasLayer.test(entry.getKey()) == entry.getValue());
  }

  List<String> unknown(JsonNode node) {
    var unknown = new ArrayList<String>();
    node.properties()
        .forEach(
            entry -> {
              if (!keys.contains(entry.getKey())) {
                unknown.add(
                    "%s.%s is not used; known here are %s."
                        .formatted(where, entry.getKey(), String.join(", ", keys)));
              }
            });
    sections.values().stream()
        .sorted(Comparator.comparing(asked -> asked.where))
        .forEach(asked -> asked.nodeOf(node, where).forEach(n -> unknown.addAll(asked.unknown(n))));
    return unknown;
  }

  /**
   * Finds the part of a parent's JSON that stands at {@code parent.key} or {@code parent.key[i]}.
   */
  private List<JsonNode> nodeOf(JsonNode parent, String parentWhere) {
    String rest = where.substring(parentWhere.length() + 1);
    int bracket = rest.endsWith("]") ? rest.lastIndexOf('[') : -1;
    JsonNode found =
        bracket < 0
            ? parent.path(rest)
            : parent
                .path(rest.substring(0, bracket))
                .path(Integer.parseInt(rest.substring(bracket + 1, rest.length() - 1)));
    return found.isObject() ? List.of(found) : List.of();
  }
}
