package org.azulejo.shell;

import java.util.Locale;
import java.util.Map;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.LayerFigures.Mishap;
import org.azulejo.layer.LayerState;

/** All there is to say of one layer. */
final class LayerReport {
  private final StringBuilder text = new StringBuilder();

  private LayerReport() {}

  static String of(Layer layer) {
    var report = new LayerReport();
    report.line("layer", layer.name());
    report.line("state", state(layer.state()));
    report.line("why", reason(layer.state()));
    layer.warnings().forEach(warning -> report.line("warning", warning));
    report.section("", layer.section());
    report.figures(layer.figures());
    return report.text.toString();
  }

  static String state(LayerState state) {
    return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Why it does not work; empty if it does. */
  static String reason(LayerState state) {
    if (state instanceof LayerState.Waiting waiting) {
      return "waits for " + String.join(", ", waiting.missing());
    }
    return state instanceof LayerState.Failed failed ? failed.message() : "";
  }

  private void section(String path, Map<?, ?> section) {
    section.forEach(
        (key, value) -> {
          String place = path.isEmpty() ? String.valueOf(key) : path + "." + key;
          if (value instanceof Map<?, ?> inner) {
            section(place, inner);
          } else {
            line(place, value);
          }
        });
  }

  private void figures(LayerFigures figures) {
    line("requests", figures.requests());
    line("hits", figures.hits());
    line("drawn", figures.drawn());
    line("absent", figures.absent());
    line("errors", figures.errors());
    line("draw p50", millis(figures.drawing().quantile(0.5)));
    line("draw p99", millis(figures.drawing().quantile(0.99)));
    figures.cacheBytes().ifPresent(bytes -> line("bytes in cache", bytes));
    for (Mishap mishap : figures.mishaps()) {
      line("error at " + mishap.when(), mishap.tile() + ": " + mishap.sentence());
    }
  }

  static String millis(double seconds) {
    return "%.1f ms".formatted(seconds * 1000);
  }

  private void line(String key, Object value) {
    String plain = Table.plain(value);
    if (!plain.isEmpty()) {
      text.append("%-24s  %s%n".formatted(Table.plain(key), plain));
    }
  }
}
