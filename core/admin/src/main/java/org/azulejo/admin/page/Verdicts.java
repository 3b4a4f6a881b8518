package org.azulejo.admin.page;

import java.util.ArrayList;
import java.util.List;
import org.azulejo.admin.html.Pieces;
import org.azulejo.operation.ConfigurationFile.LayerVerdict;
import org.azulejo.operation.ConfigurationFile.Verdict;

/** What would become of a configuration, for people. */
final class Verdicts {
  private Verdicts() {}

  /** Of the whole. */
  static String of(Verdict verdict) {
    if (verdict.problem().isPresent()) {
      return Pieces.bad(verdict.problem().get());
    }
    List<String> trouble = trouble(verdict.layers());
    long active = verdict.layers().stream().filter(l -> l.state().equals("active")).count();
    String sum = "%d of %d layers would work.".formatted(active, verdict.layers().size());
    return trouble.isEmpty()
        ? Pieces.good(sum)
        : Pieces.bad(sum) + Pieces.list("warnings", trouble);
  }

  /** Of one layer. */
  static String of(Verdict verdict, String layer) {
    List<LayerVerdict> ours =
        verdict.layers().stream().filter(other -> other.name().equals(layer)).toList();
    if (verdict.problem().isPresent() || ours.isEmpty()) {
      return Pieces.bad(verdict.problem().orElse("The layer is not in the configuration."));
    }
    List<String> trouble = trouble(ours);
    return ours.get(0).state().equals("active")
        ? Pieces.good("The layer would work.") + Pieces.list("warnings", trouble)
        : Pieces.bad("The layer would be %s.".formatted(ours.get(0).state()))
            + Pieces.list("warnings", trouble);
  }

  private static List<String> trouble(List<LayerVerdict> layers) {
    var trouble = new ArrayList<String>();
    for (LayerVerdict layer : layers) {
      if (!layer.reason().isEmpty()) {
        trouble.add("%s: %s".formatted(layer.name(), layer.reason()));
      }
      layer.warnings().forEach(warning -> trouble.add("%s: %s".formatted(layer.name(), warning)));
    }
    return trouble;
  }
}
