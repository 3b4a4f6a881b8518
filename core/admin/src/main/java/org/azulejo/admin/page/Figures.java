package org.azulejo.admin.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.azulejo.admin.html.Pieces;
import org.azulejo.layer.LayerFigures;

/** Figures for people. What they are marked with, the script of the console looks for. */
final class Figures {
  private Figures() {}

  /**
   * @param key by which the script finds it
   */
  record Figure(String key, String words, long value) {}

  /** By the names that templates know. */
  static Map<String, String> of(LayerFigures figures) {
    var map = new LinkedHashMap<String, String>();
    map.put("requests", Long.toString(figures.requests()));
    map.put("hits", Long.toString(figures.hits()));
    map.put("misses", Long.toString(figures.drawn()));
    map.put("absent", Long.toString(figures.absent()));
    map.put("errors", Long.toString(figures.errors()));
    map.put("p50", Pieces.duration(figures.drawing().quantile(0.5)));
    map.put("p99", Pieces.duration(figures.drawing().quantile(0.99)));
    OptionalLong bytes = figures.cacheBytes();
    map.put("cacheBytes", bytes.isPresent() ? Pieces.size(bytes.getAsLong()) : "-");
    return map;
  }

  /** A row of figures with their words. */
  static String list(String mark, List<Figure> figures) {
    return figures.stream()
        .map(
            figure ->
                "<div><dd data-figure=\"%s\">%d</dd><dt>%s</dt></div>"
                    .formatted(figure.key, figure.value, figure.words))
        .collect(Collectors.joining("", "<dl class=\"figures\" " + mark + ">", "</dl>"));
  }
}
