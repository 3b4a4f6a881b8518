package org.azulejo.http.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.azulejo.layer.Layer;

/**
 * A layer as a TileJSON 3.0.0 document: what its provider knows of the data, within what the
 * configuration lets through.
 */
final class TileJson {
  private TileJson() {}

  /**
   * @param base address of the server
   */
  static Map<String, Object> of(Layer layer, String base) {
    Map<String, Object> known = layer.metadata();
    Layer.Coverage coverage = layer.coverage();
    var document = new LinkedHashMap<String, Object>();
    document.put("tilejson", "3.0.0");
    document.put("name", layer.name());
    document.putAll(known);
    document.put("tiles", List.of(new LayerLinks(base, layer).tiles()));
    document.put("scheme", "xyz");
    document.put("minzoom", Math.max(coverage.lowestZoom(), zoom(known, "minzoom", 0)));
    document.put(
        "maxzoom", Math.min(coverage.highestZoom(), zoom(known, "maxzoom", Integer.MAX_VALUE)));
    document.put("bounds", bounds(coverage, known.get("bounds")));
    document.putIfAbsent("center", center(layer.preview()));
    return document;
  }

  private static int zoom(Map<String, Object> known, String key, int fallback) {
    return known.get(key) instanceof Number number ? number.intValue() : fallback;
  }

  /** Where both agree that there is something, or all of the layer's if that is nowhere. */
  private static List<Double> bounds(Layer.Coverage coverage, Object known) {
    var whole = List.of(coverage.west(), coverage.south(), coverage.east(), coverage.north());
    if (!(known instanceof List<?> list) || list.size() != 4 || !areNumbers(list)) {
      return whole;
    }
    double[] data = list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    var common =
        List.of(
            Math.max(data[0], whole.get(0)),
            Math.max(data[1], whole.get(1)),
            Math.min(data[2], whole.get(2)),
            Math.min(data[3], whole.get(3)));
    return common.get(0) < common.get(2) && common.get(1) < common.get(3) ? common : whole;
  }

  private static boolean areNumbers(List<?> list) {
    return list.stream().allMatch(Number.class::isInstance);
  }

  private static List<Number> center(Layer.Preview preview) {
    return List.of(preview.longitude(), preview.latitude(), preview.zoom());
  }
}
