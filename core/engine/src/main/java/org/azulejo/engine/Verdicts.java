package org.azulejo.engine;

import java.util.List;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.LayerState;
import org.azulejo.operation.ConfigurationFile.LayerVerdict;

/** Says how layers fare. */
final class Verdicts {
  private Verdicts() {}

  static List<LayerVerdict> of(LayerSnapshot snapshot) {
    return snapshot.layers().stream().map(Verdicts::of).toList();
  }

  private static LayerVerdict of(Layer layer) {
    LayerState state = layer.state();
    if (state instanceof LayerState.Waiting waiting) {
      String reason = "Waits for " + String.join(", ", waiting.missing()) + ".";
      return new LayerVerdict(layer.name(), "waiting", reason, layer.warnings());
    } else if (state instanceof LayerState.Failed failed) {
      return new LayerVerdict(layer.name(), "failed", failed.message(), layer.warnings());
    }
    return new LayerVerdict(layer.name(), "active", "", layer.warnings());
  }
}
