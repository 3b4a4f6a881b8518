package org.azulejo.admin.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.azulejo.layer.LayerState;
import org.azulejo.operation.ConfigurationFile;
import org.azulejo.operation.ConflictException;
import org.azulejo.operation.RefusedException;

/** A configuration in memory, taken up at once. */
public final class FakeConfigurationFile implements ConfigurationFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

  private final FakeLayers layers;
  private String json;
  private Optional<String> before = Optional.empty();

  FakeConfigurationFile(FakeLayers layers, String json) {
    this.layers = layers;
    this.json = json;
    layers.take(tree(json).path("layers"));
  }

  /** Somebody edits it by hand. */
  public synchronized void edit(String changed) {
    json = changed;
    layers.take(tree(json).path("layers"));
  }

  /** A layer's section as it stands there. */
  public JsonNode layer(String name) {
    return tree(json).path("layers").path(name);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public synchronized Text read() {
    return new Text(json, Integer.toHexString(json.hashCode()), before.isPresent());
  }

  @Override
  public Verdict check(String text) {
    try {
      var verdicts = new ArrayList<LayerVerdict>();
      tree(text)
          .path("layers")
          .properties()
          .forEach(entry -> verdicts.add(verdict(entry.getKey(), entry.getValue())));
      return new Verdict(Optional.empty(), verdicts);
    } catch (IllegalArgumentException e) {
      return new Verdict(Optional.of("line 1, column 1: this is no JSON."), List.of());
    }
  }

  private LayerVerdict verdict(String name, JsonNode section) {
    LayerState state = layers.state(section);
    if (state instanceof LayerState.Failed failed) {
      return new LayerVerdict(name, "failed", failed.message(), List.of());
    } else if (state instanceof LayerState.Waiting waiting) {
      return new LayerVerdict(name, "waiting", "Waits for " + waiting.missing(), List.of());
    }
    return new LayerVerdict(name, "active", "", List.of());
  }

  @Override
  public synchronized Text write(String fingerprint, String text) throws RefusedException {
    if (!fingerprint.equals(read().fingerprint())) {
      throw new ConflictException("The configuration has changed meanwhile.");
    }
    Verdict verdict = check(text);
    for (LayerVerdict layer : verdict.layers()) {
      if (layer.state().equals("failed")) {
        throw new RefusedException(layer.name() + ": " + layer.reason());
      }
    }
    if (verdict.problem().isPresent()) {
      throw new RefusedException(verdict.problem().get());
    }
    before = Optional.of(json);
    edit(text);
    return read();
  }

  @Override
  public Text putLayer(String fingerprint, String name, String section) throws RefusedException {
    ObjectNode changed = (ObjectNode) tree(read().json());
    changed.withObject("/layers").set(name, tree(section));
    return write(fingerprint, changed.toPrettyString());
  }

  @Override
  public Text removeLayer(String fingerprint, String name) throws RefusedException {
    ObjectNode changed = (ObjectNode) tree(read().json());
    changed.withObject("/layers").remove(name);
    return write(fingerprint, changed.toPrettyString());
  }

  @Override
  public synchronized Text undo(String fingerprint) throws RefusedException {
    String last = before.orElseThrow(() -> new RefusedException("There is nothing to undo."));
    write(fingerprint, last);
    before = Optional.empty();
    return read();
  }
}
