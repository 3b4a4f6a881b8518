package org.azulejo.engine.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/** What has been asked of a section. Safe for many threads. */
public final class Asked {
  private final JsonNode node;
  private final Set<String> keys = new ConcurrentSkipListSet<>();
  private final Map<String, Asked> sections = new ConcurrentSkipListMap<>();
  private final Set<String> layers;
  private final Map<String, Boolean> layerNames;

  Asked(JsonNode node) {
    this(node, ConcurrentHashMap.newKeySet(), new ConcurrentHashMap<>());
  }

  private Asked(JsonNode node, Set<String> layers, Map<String, Boolean> layerNames) {
    this.node = node;
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

  /**
   * What is asked of a section within this one.
   *
   * @param step that leads there: {@code .key} or {@code .key[0]}
   */
  Asked within(String step, JsonNode section) {
    return sections.computeIfAbsent(step, s -> new Asked(section, layers, layerNames));
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

  /**
   * The keys that nobody asked for, here and in every section within, in sentences.
   *
   * @param where the section stands
   */
  public List<String> unknown(String where) {
    var unknown = new ArrayList<String>();
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                unknown.add("%s.%s is not used; %s.".formatted(where, key, known()));
              }
            });
    sections.forEach((step, asked) -> unknown.addAll(asked.unknown(where + step)));
    return unknown;
  }

  private String known() {
    return keys.isEmpty() ? "nothing is known here" : "known here are " + String.join(", ", keys);
  }
}
