package org.azulejo.provider.mbtiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code metadata} of an MBTiles file as members of a TileJSON 3 document. */
final class Metadata {
  private Metadata() {}

  /** What cannot be understood is left out: it is only of interest to viewers. */
  static Map<String, Object> tileJson(Map<String, String> rows, Optional<List<?>> vectorLayers) {
    var members = new LinkedHashMap<String, Object>();
    for (String key : List.of("description", "attribution")) {
      Optional.ofNullable(rows.get(key)).ifPresent(text -> members.put(key, text));
    }
    numbers(rows, "bounds", 4).ifPresent(bounds -> members.put("bounds", bounds));
    numbers(rows, "center", 3).ifPresent(center -> members.put("center", withZoom(center)));
    for (String key : List.of("minzoom", "maxzoom")) {
      numbers(rows, key, 1).ifPresent(zoom -> members.put(key, zoom.get(0).intValue()));
    }
    vectorLayers.ifPresent(layers -> members.put("vector_layers", layers));
    return Map.copyOf(members);
  }

  private static List<Number> withZoom(List<Double> center) {
    return List.of(center.get(0), center.get(1), center.get(2).intValue());
  }

  private static Optional<List<Double>> numbers(Map<String, String> rows, String key, int count) {
    var numbers = new ArrayList<Double>();
    try {
      for (String number : rows.getOrDefault(key, "").split(",")) {
        numbers.add(Double.valueOf(number.strip()));
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    boolean isUsable = numbers.size() == count && numbers.stream().allMatch(Double::isFinite);
    return isUsable ? Optional.of(numbers) : Optional.empty();
  }
}
