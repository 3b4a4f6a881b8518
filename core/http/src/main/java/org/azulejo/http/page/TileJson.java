package org.azulejo.http.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.azulejo.layer.Layer;
import org.azulejo.layer.Layer.Coverage;

/** A layer as a TileJSON 3.0.0 document. */
final class TileJson {
  private TileJson() {}

  /**
   * @param base address of the server
   */
  static Map<String, Object> of(Layer layer, String base) {
    Coverage reach = Reach.of(layer);
    var document = new LinkedHashMap<String, Object>();
    document.put("tilejson", "3.0.0");
    document.put("name", layer.name());
    document.putAll(layer.metadata());
    document.put("tiles", List.of(new LayerLinks(base, layer).tiles()));
    document.put("scheme", "xyz");
    document.put("minzoom", reach.lowestZoom());
    document.put("maxzoom", reach.highestZoom());
    document.put("bounds", List.of(reach.west(), reach.south(), reach.east(), reach.north()));
    Start center = center(layer, reach);
    document.put("center", List.of(center.longitude(), center.latitude(), center.zoom()));
    return document;
  }

  /** That of the data, if it is known. */
  private static Start center(Layer layer, Coverage reach) {
    return Reach.numbers(layer.metadata(), "center", 3)
        .map(known -> new Start(known[0], known[1], (int) known[2]).within(reach))
        .orElseGet(() -> Start.of(layer.preview(), reach));
  }
}
