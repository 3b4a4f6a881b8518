package org.azulejo.engine.layer;

import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.azulejo.api.Options;

/**
 * Seconds that may depend on the zoom.
 *
 * @param usual where no zoom says otherwise
 * @param from the zooms from which on others hold
 */
record SecondsByZoom(OptionalInt usual, NavigableMap<Integer, Integer> from) {
  /** Reads the key, and the section {@code KEY by zoom}. */
  static SecondsByZoom of(Options options, String key) {
    var from = new TreeMap<Integer, Integer>();
    options
        .section(key + " by zoom")
        .ifPresent(
            section ->
                section.keys().stream()
                    .filter(section::has)
                    .forEach(zoom -> from.put(zoom(section, zoom), seconds(section, zoom))));
    return new SecondsByZoom(
        options.has(key) ? OptionalInt.of(seconds(options, key)) : OptionalInt.empty(), from);
  }

  private static int zoom(Options section, String zoom) {
    if (!zoom.matches("\\d{1,2}")) {
      throw section.problem(zoom, "expected a zoom from 0 to 99 as the key.");
    }
    return Integer.parseInt(zoom);
  }

  /** Seconds from 0 to {@link Integer#MAX_VALUE}. */
  static int seconds(Options options, String key) {
    return LayerSettings.within(options, key, 0, 0, Integer.MAX_VALUE);
  }

  OptionalInt at(int zoom) {
    if (from.isEmpty()) {
      return usual;
    }
    var entry = from.floorEntry(zoom);
    return entry == null ? usual : OptionalInt.of(entry.getValue());
  }
}
