package org.azulejo.engine;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.azulejo.operation.ConfigurationFile.LayerVerdict;

/** How the layers fare, for people with a terminal. */
record Report(List<LayerVerdict> layers) {
  /** Whether every layer works. */
  boolean isGood() {
    return layers.stream().allMatch(layer -> layer.state().equals("active"));
  }

  /** A line for each layer, and below it its warnings. */
  String text() {
    if (layers.isEmpty()) {
      return "There are no layers.";
    }
    return layers.stream()
        .flatMap(Report::lines)
        .map(line -> line.replaceAll("\\p{Cntrl}", "?"))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(LayerVerdict layer) {
    String reason = layer.reason().isEmpty() ? "" : ": " + layer.reason();
    String line = "%-7s  %s%s".formatted(layer.state(), layer.name(), reason);
    return Stream.concat(
        Stream.of(line), layer.warnings().stream().map(warning -> " ".repeat(11) + warning));
  }
}
