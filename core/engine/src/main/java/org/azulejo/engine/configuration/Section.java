package org.azulejo.engine.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Options;
import org.azulejo.api.Projection;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileSource;
import org.azulejo.engine.projection.Projections;
import org.jspecify.annotations.Nullable;

/** A JSON object as {@link Options}. */
public final class Section implements Options {
  private final String where;
  private final ObjectNode node;
  private final Surroundings surroundings;
  private final Asked asked;

  public Section(String where, JsonNode node, Surroundings surroundings) {
    this(where, node, surroundings, new Asked(node));
  }

  private Section(String where, JsonNode node, Surroundings surroundings, Asked asked) {
    if (!node.isObject()) {
      throw new ConfigurationException(
          "%s: expected an object { ... }, found %s.".formatted(where, Value.shown(node)));
    }
    this.where = where;
    this.node = (ObjectNode) node;
    this.surroundings = surroundings;
    this.asked = asked;
  }

  /** An empty section, for what is absent. */
  public static Section empty(String where, Surroundings surroundings) {
    return new Section(where, JsonNodeFactory.instance.objectNode(), surroundings);
  }

  /** What has been asked so far, of this section and those within it. */
  public Asked asked() {
    return asked;
  }

  /** The JSON itself; not to be changed. */
  public JsonNode json() {
    return node;
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public boolean has(String key) {
    return find(key).isPresent();
  }

  @Override
  public Set<String> keys() {
    var keys = new LinkedHashSet<String>();
    node.fieldNames().forEachRemaining(keys::add);
    keys.forEach(asked::key);
    return keys;
  }

  @Override
  public String text(String key) {
    return required(key, "a text").text();
  }

  @Override
  public String text(String key, String fallback) {
    return found(key).map(Value::text).orElse(fallback);
  }

  @Override
  public List<String> texts(String key) {
    return elements(key).stream().map(json -> new Value(where + "." + key, json).text()).toList();
  }

  @Override
  public int integer(String key) {
    return required(key, "a whole number").integer();
  }

  @Override
  public int integer(String key, int fallback) {
    return found(key).map(Value::integer).orElse(fallback);
  }

  @Override
  public double number(String key) {
    return required(key, "a number").number();
  }

  @Override
  public double number(String key, double fallback) {
    return found(key).map(Value::number).orElse(fallback);
  }

  @Override
  public boolean flag(String key, boolean fallback) {
    return found(key).map(Value::flag).orElse(fallback);
  }

  @Override
  public Path path(String key) {
    return referred(key, surroundings.base()::path);
  }

  @Override
  public URI location(String key) {
    return referred(key, surroundings.base()::location);
  }

  @Override
  public Optional<Options> section(String key) {
    return subsection(key).map(Function.identity());
  }

  /** As {@link #section}, for the engine's own use. */
  public Optional<Section> subsection(String key) {
    return find(key).map(value -> within("." + key, value));
  }

  @Override
  public List<Options> sections(String key) {
    return List.copyOf(each(key, this::within));
  }

  /** Something for each section listed at a key, or for the single one. */
  private <T> List<T> each(String key, BiFunction<String, JsonNode, T> made) {
    boolean isListed = find(key).filter(JsonNode::isArray).isPresent();
    List<JsonNode> elements = elements(key);
    var all = new ArrayList<T>();
    for (int i = 0; i < elements.size(); i++) {
      all.add(made.apply("." + key + (isListed ? "[" + i + "]" : ""), elements.get(i)));
    }
    return all;
  }

  @Override
  public Optional<Object> value(String key) {
    return found(key).map(Value::plain);
  }

  @Override
  public Projection projection(String key) {
    String name = text(key);
    return surroundings
        .projection(name)
        .orElseThrow(
            () ->
                problem(
                    key,
                    "the projection \"%s\" is not known; known are %s."
                        .formatted(name, Projections.KNOWN)));
  }

  @Override
  public boolean namesLayer(String key) {
    return find(key).filter(JsonNode::isValueNode).filter(this::isLayer).isPresent();
  }

  private boolean isLayer(JsonNode value) {
    boolean answer = surroundings.hasLayer(value.asText());
    asked.layerName(value.asText(), answer);
    return answer;
  }

  @Override
  public TileSource layer(String key) {
    String name = text(key);
    if (!namesLayer(key)) {
      throw problem(key, "there is no layer \"%s\".".formatted(name));
    }
    asked.layer(name);
    return surroundings.layer(name);
  }

  @Override
  public List<TileCache> caches(String key) {
    return each(key, (step, json) -> new Section(where + step, json, surroundings)).stream()
        .map(surroundings::cache)
        .toList();
  }

  @Override
  public ConfigurationException problem(String key, String sentence) {
    return new ConfigurationException(where + "." + key + ": " + sentence);
  }

  private Section within(String step, JsonNode value) {
    return new Section(where + step, value, surroundings, asked.within(step, value));
  }

  private Optional<JsonNode> find(String key) {
    asked.key(key);
    JsonNode value = node.get(key);
    return Optional.ofNullable(value == null ? underscored(key) : value)
        .filter(found -> !found.isNull());
  }

  /** In {@code kwargs} of TileStache's classes, keys have underscores for spaces. */
  private @Nullable JsonNode underscored(String key) {
    String spelling = key.replace(' ', '_');
    if (!node.has(spelling)) {
      return null;
    }
    asked.key(spelling);
    return node.get(spelling);
  }

  private Optional<Value> found(String key) {
    return find(key).map(json -> new Value(where + "." + key, json));
  }

  private Value required(String key, String kind) {
    return found(key)
        .orElseThrow(() -> problem(key, "%s is required here, and missing.".formatted(kind)));
  }

  private List<JsonNode> elements(String key) {
    var elements = new ArrayList<JsonNode>();
    find(key).ifPresent(v -> (v.isArray() ? v : List.of(v)).forEach(elements::add));
    return elements;
  }

  private <T> T referred(String key, Function<String, T> resolve) {
    String reference = text(key);
    try {
      return resolve.apply(reference);
    } catch (IllegalArgumentException e) {
      throw problem(key, "\"%s\" %s.".formatted(reference, e.getMessage()));
    }
  }

  /** The same section in the same surroundings: equal where, text and base. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Section section
        && where.equals(section.where)
        && node.equals(section.node)
        && surroundings.base().equals(section.surroundings.base());
  }

  @Override
  public int hashCode() {
    return Objects.hash(where, node);
  }

  @Override
  public String toString() {
    return where;
  }

  /** The keys that nobody asked for, here and in every section within. */
  public List<String> unknownKeys() {
    return asked.unknown(where);
  }
}
