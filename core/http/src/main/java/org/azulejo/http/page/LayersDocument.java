package org.azulejo.http.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.azulejo.api.Format;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.LayerState;

/** All layers and how they fare, for programs. */
final class LayersDocument {
  private LayersDocument() {}

  /**
   * @param base address of the server
   */
  static Map<String, Object> of(LayerSnapshot snapshot, String base) {
    var document = new LinkedHashMap<String, Object>();
    snapshot.problem().ifPresent(problem -> document.put("problem", problem));
    document.put("layers", snapshot.layers().stream().map(layer -> entry(layer, base)).toList());
    return document;
  }

  private static Map<String, Object> entry(Layer layer, String base) {
    var links = new LayerLinks(base, layer);
    var entry = new LinkedHashMap<String, Object>();
    entry.put("name", layer.name());
    putState(entry, layer.state());
    entry.put("warnings", layer.warnings());
    entry.put("formats", layer.formats().stream().map(Format::extension).toList());
    entry.put("preview", links.preview());
    entry.put("tilejson", links.tileJson());
    entry.put("tiles", links.tiles());
    return entry;
  }

  private static void putState(Map<String, Object> entry, LayerState state) {
    entry.put("state", name(state));
    if (state instanceof LayerState.Waiting waiting) {
      entry.put("missing", waiting.missing());
    } else if (state instanceof LayerState.Failed failed) {
      entry.put("message", failed.message());
    }
  }

  static String name(LayerState state) {
    if (state instanceof LayerState.Waiting) {
      return "waiting";
    }
    return state instanceof LayerState.Failed ? "failed" : "active";
  }

  /** What keeps the layer from serving, as a sentence; empty if nothing does. */
  static String reason(LayerState state) {
    if (state instanceof LayerState.Waiting waiting) {
      return "Waits for " + String.join(", ", waiting.missing()) + ".";
    }
    return state instanceof LayerState.Failed failed ? failed.message() : "";
  }

  /** The same for people with a terminal: a line for each layer. */
  static String text(LayerSnapshot snapshot, String base) {
    var text = new StringBuilder("Azulejo says hello.\n");
    snapshot.problem().ifPresent(problem -> text.append("\n").append(problem).append("\n"));
    if (!snapshot.layers().isEmpty()) {
      text.append("\n");
    }
    for (Layer layer : snapshot.layers()) {
      text.append(line(layer, base)).append("\n");
    }
    return text.toString();
  }

  private static String line(Layer layer, String base) {
    String tiles = new LayerLinks(base, layer).tiles();
    return "%-7s  %s  %s".formatted(name(layer.state()), tiles, reason(layer.state())).strip();
  }
}
