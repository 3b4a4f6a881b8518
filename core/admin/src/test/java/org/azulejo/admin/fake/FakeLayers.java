package org.azulejo.admin.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.azulejo.layer.Access;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.LayerState;
import org.azulejo.layer.Layers;

/** The layers of a configuration; secrets are hidden as the server does it, more simply. */
public final class FakeLayers implements Layers {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final LayerFigures NONE =
      new LayerFigures(
          0,
          0,
          0,
          0,
          new LayerFigures.Times(List.of(), List.of(0L), 0),
          List.of(),
          OptionalLong.empty());

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, LayerFigures> figures = new HashMap<>();
  private final Set<String> providers;
  private volatile Snapshot snapshot = new Snapshot(Map.of(), Optional.empty());

  FakeLayers(Set<String> providers) {
    this.providers = providers;
  }

  public void figures(String layer, LayerFigures fared) {
    figures.put(layer, fared);
  }

  /** Figures of a layer that has done something. */
  public static LayerFigures figures(long hits, long drawn, long errors) {
    var times = new LayerFigures.Times(List.of(0.01, 0.1, 1.0), List.of(drawn, 2L, 1L, 0L), 3);
    var mishap =
        new LayerFigures.Mishap(
            Instant.parse("2026-03-01T10:00:00Z"), "3/1/2.png", "The upstream did not <answer>.");
    return new LayerFigures(
        hits,
        drawn,
        2,
        errors,
        times,
        errors > 0 ? List.of(mishap) : List.of(),
        OptionalLong.of(5 << 19));
  }

  public void problem(String sentence) {
    change(new Snapshot(snapshot.named, Optional.of(sentence)));
  }

  void take(JsonNode sections) {
    var named = new LinkedHashMap<String, Layer>();
    for (Map.Entry<String, JsonNode> entry : sections.properties()) {
      named.put(entry.getKey(), layer(entry.getKey(), entry.getValue()));
    }
    change(new Snapshot(named, Optional.empty()));
  }

  @SuppressWarnings("unchecked")
  private Layer layer(String name, JsonNode section) {
    return new FakeLayer(
        name,
        state(section),
        section.has("unknown") ? List.of("The key \"unknown\" is not used.") : List.of(),
        (Map<String, Object>) hidden("", MAPPER.convertValue(section, Map.class)),
        figures.getOrDefault(name, NONE),
        access(section.path("access")));
  }

  private static Access access(JsonNode section) {
    return section.isMissingNode()
        ? new Access.Open()
        : new Access.Restricted(
            Set.of(), Optional.ofNullable(section.get("signing key")).map(JsonNode::asText));
  }

  LayerState state(JsonNode section) {
    String provider = section.path("provider").path("name").asText();
    if (section.has("broken")) {
      return new LayerState.Failed("broken: expected nothing, found something.");
    }
    return providers.contains(provider)
        ? new LayerState.Active()
        : new LayerState.Waiting(List.of("provider \"" + provider + "\""));
  }

  private static Object hidden(String key, Object value) {
    if (key.matches("password|token|signing key")) {
      return "(hidden)";
    } else if (value instanceof Map<?, ?> map) {
      var shown = new LinkedHashMap<String, Object>();
      map.forEach((k, v) -> shown.put(k.toString(), hidden(k.toString(), v)));
      return shown;
    } else if (value instanceof List<?> list) {
      return list.stream().map(element -> hidden("", element)).toList();
    }
    return value instanceof String text ? text.replaceAll("(?<=[?&]key=)[^&]*", "(hidden)") : value;
  }

  private void change(Snapshot changed) {
    snapshot = changed;
    listeners.forEach(Runnable::run);
  }

  @Override
  public LayerSnapshot snapshot() {
    return snapshot;
  }

  @Override
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private record Snapshot(Map<String, Layer> named, Optional<String> problem)
      implements LayerSnapshot {
    @Override
    public Optional<Layer> layer(String name) {
      return Optional.ofNullable(named.get(name));
    }

    @Override
    public Collection<Layer> layers() {
      return named.values();
    }

    @Override
    public Optional<IndexPage> index() {
      return Optional.empty();
    }
  }
}
