package org.azulejo.http.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.layer.Layer;
import org.azulejo.layer.Layer.Coverage;

/**
 * How far a layer reaches: what its provider knows of the data, within what the configuration lets
 * through, and within what TileJSON 3.0.0 can say: the globe, and zooms up to 30.
 */
final class Reach {
  private static final int HIGHEST_ZOOM = 30;

  private Reach() {}

  static Coverage of(Layer layer) {
    Coverage whole = layer.coverage();
    Map<String, Object> known = layer.metadata();
    var reach =
        new Coverage(
            Math.max(whole.west(), -180),
            Math.max(whole.south(), -90),
            Math.min(whole.east(), 180),
            Math.min(whole.north(), 90),
            Math.min(Math.max(whole.lowestZoom(), zoom(known, "minzoom", 0)), HIGHEST_ZOOM),
            Math.min(
                Math.min(whole.highestZoom(), zoom(known, "maxzoom", HIGHEST_ZOOM)), HIGHEST_ZOOM));
    return numbers(known, "bounds", 4).map(data -> common(reach, data)).orElse(reach);
  }

  /** The numbers listed there, if there are as many. */
  static Optional<double[]> numbers(Map<String, Object> known, String key, int count) {
    return known.get(key) instanceof List<?> list
            && list.size() == count
            && list.stream().allMatch(Number.class::isInstance)
        ? Optional.of(list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray())
        : Optional.empty();
  }

  private static int zoom(Map<String, Object> known, String key, int fallback) {
    return known.get(key) instanceof Number number ? number.intValue() : fallback;
  }

  /** Where both agree that there is something, or all of the layer's if that is nowhere. */
  private static Coverage common(Coverage reach, double[] data) {
    var common =
        new Coverage(
            Math.max(data[0], reach.west()),
            Math.max(data[1], reach.south()),
            Math.min(data[2], reach.east()),
            Math.min(data[3], reach.north()),
            reach.lowestZoom(),
            reach.highestZoom());
    boolean isSomewhere = common.west() < common.east() && common.south() < common.north();
    return isSomewhere ? common : reach;
  }
}
