package org.azulejo.http.monitor;

import java.util.Map;
import java.util.stream.Collectors;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.LayerState;
import org.azulejo.operation.ServerFigures;

/**
 * Figures in the text format of Prometheus, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). Layers that nobody has asked for
 * yet have no figures.
 */
final class Metrics {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder out = new StringBuilder();

  private Metrics() {}

  static String of(LayerSnapshot snapshot, ServerFigures server) {
    var metrics = new Metrics();
    metrics.server(server);
    metrics.machine(Runtime.getRuntime());
    metrics.states(snapshot);
    Map<String, LayerFigures> asked =
        snapshot.layers().stream()
            .filter(layer -> layer.figures().requests() > 0)
            .collect(Collectors.toMap(Layer::name, Layer::figures));
    metrics.requests(asked);
    metrics.drawings(asked);
    metrics.caches(asked);
    return metrics.out.toString();
  }

  private void server(ServerFigures server) {
    single("azulejo_connections", "gauge", "Connections that are open.", server.connections());
    single("azulejo_requests", "gauge", "Requests not answered yet.", server.requests());
    single("azulejo_queued", "gauge", "Requests that wait for a thread.", server.queued());
    single("azulejo_parked", "gauge", "Requests that wait for a plug-in.", server.parked());
    single("azulejo_refused_total", "counter", "Requests refused while busy.", server.refused());
  }

  private void machine(Runtime java) {
    long used = java.totalMemory() - java.freeMemory();
    single("azulejo_memory_used_bytes", "gauge", "Memory of Java in use.", used);
    single("azulejo_memory_limit_bytes", "gauge", "Memory Java may use.", java.maxMemory());
  }

  private void states(LayerSnapshot snapshot) {
    head("azulejo_layer_active", "gauge", "Whether the layer works.");
    for (Layer layer : snapshot.layers()) {
      int active = layer.state() instanceof LayerState.Active ? 1 : 0;
      line("azulejo_layer_active", "layer=" + quoted(layer.name()), active);
    }
  }

  private void requests(Map<String, LayerFigures> asked) {
    String name = "azulejo_layer_requests_total";
    head(name, "counter", "Requests by what became of them.");
    asked.forEach(
        (layer, figures) -> {
          String label = "layer=" + quoted(layer) + ",result=";
          line(name, label + "\"hit\"", figures.hits());
          line(name, label + "\"drawn\"", figures.drawn());
          line(name, label + "\"absent\"", figures.absent());
          line(name, label + "\"error\"", figures.errors());
        });
  }

  private void drawings(Map<String, LayerFigures> asked) {
    String name = "azulejo_layer_draw_seconds";
    head(name, "histogram", "How long drawings took.");
    asked.forEach(
        (layer, figures) -> {
          if (figures.drawing().count() > 0) {
            histogram(name, "layer=" + quoted(layer), figures.drawing());
          }
        });
  }

  private void caches(Map<String, LayerFigures> asked) {
    String name = "azulejo_layer_cache_bytes";
    head(name, "gauge", "Bytes in the layer's cache, of all layers that share it.");
    asked.forEach(
        (layer, figures) ->
            figures.cacheBytes().ifPresent(bytes -> line(name, "layer=" + quoted(layer), bytes)));
  }

  private void histogram(String name, String label, LayerFigures.Times times) {
    long sum = 0;
    for (int i = 0; i < times.bounds().size(); i++) {
      sum += times.counts().get(i);
      line(name + "_bucket", label + ",le=\"" + times.bounds().get(i) + '"', sum);
    }
    line(name + "_bucket", label + ",le=\"+Inf\"", times.count());
    out.append(name).append("_sum{").append(label).append("} ").append(times.seconds());
    out.append('\n');
    line(name + "_count", label, times.count());
  }

  private void single(String name, String type, String help, long value) {
    head(name, type, help);
    out.append(name).append(' ').append(value).append('\n');
  }

  private void head(String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void line(String name, String labels, long value) {
    out.append(name).append('{').append(labels).append("} ").append(value).append('\n');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
