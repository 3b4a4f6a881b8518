package org.azulejo.admin.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.desk.States;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures;
import org.azulejo.operation.ServerFigures;

/** How the server and its layers fare, for programs and for the chart of the console. */
final class FiguresDocument {
  private FiguresDocument() {}

  /**
   * @param find what the names of the layers contain, in any case; the sums are over all of them
   * @param most how many layers; all, if it is no number
   */
  static Map<String, Object> of(Services services, String find, String most) {
    String wanted = find.toLowerCase(Locale.ROOT);
    long limit = most.matches("\\d{1,9}") ? Long.parseLong(most) : Long.MAX_VALUE;
    var layers = services.layers().snapshot().layers();
    var document = new LinkedHashMap<String, Object>();
    services.figures().ifPresent(figures -> document.put("server", server(figures)));
    document.put("totals", totals(layers.stream().map(Layer::figures).toList()));
    document.put(
        "layers",
        layers.stream()
            .filter(layer -> layer.name().toLowerCase(Locale.ROOT).contains(wanted))
            .limit(limit)
            .map(FiguresDocument::layer)
            .toList());
    return document;
  }

  private static Map<String, Object> server(ServerFigures figures) {
    var map = new LinkedHashMap<String, Object>();
    map.put("connections", figures.connections());
    map.put("requests", figures.requests());
    map.put("queued", figures.queued());
    map.put("parked", figures.parked());
    map.put("refused", figures.refused());
    return map;
  }

  private static Map<String, Object> totals(List<LayerFigures> all) {
    var map = new LinkedHashMap<String, Object>();
    map.put("requests", all.stream().mapToLong(LayerFigures::requests).sum());
    map.put("hits", all.stream().mapToLong(LayerFigures::hits).sum());
    map.put("misses", all.stream().mapToLong(LayerFigures::drawn).sum());
    map.put("absent", all.stream().mapToLong(LayerFigures::absent).sum());
    map.put("errors", all.stream().mapToLong(LayerFigures::errors).sum());
    return map;
  }

  private static Map<String, Object> layer(Layer layer) {
    var map = new LinkedHashMap<String, Object>();
    map.put("name", layer.name());
    map.put("state", States.word(layer.state()));
    map.putAll(of(layer.figures()));
    return map;
  }

  /** Times are seconds. */
  static Map<String, Object> of(LayerFigures figures) {
    Map<String, Object> map = totals(List.of(figures));
    map.put("p50", figures.drawing().quantile(0.5));
    map.put("p99", figures.drawing().quantile(0.99));
    figures.cacheBytes().ifPresent(bytes -> map.put("cacheBytes", bytes));
    return map;
  }
}
