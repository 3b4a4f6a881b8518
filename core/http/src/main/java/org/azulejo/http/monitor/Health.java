package org.azulejo.http.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.LayerState;

/**
 * Whether all is there that the configuration asks for. A layer that waits for a plug-in keeps the
 * server from being ready; one that failed does not, for no waiting will help it.
 */
record Health(List<String> waiting, List<String> failed, int layers, Optional<String> problem) {
  static Health of(LayerSnapshot snapshot) {
    return new Health(
        names(snapshot, LayerState.Waiting.class),
        names(snapshot, LayerState.Failed.class),
        snapshot.layers().size(),
        snapshot.problem());
  }

  private static List<String> names(LayerSnapshot snapshot, Class<? extends LayerState> state) {
    return snapshot.layers().stream()
        .filter(layer -> state.isInstance(layer.state()))
        .map(Layer::name)
        .toList();
  }

  int status() {
    return waiting.isEmpty() ? 200 : 503;
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("status", waiting.isEmpty() ? "ready" : "waiting");
    document.put("layers", layers);
    document.put("waiting", waiting);
    document.put("failed", failed);
    problem.ifPresent(sentence -> document.put("problem", sentence));
    return document;
  }
}
