package org.azulejo.engine.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.azulejo.api.AreaProvider;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Format;
import org.azulejo.api.Provider;
import org.azulejo.api.TileProvider;

/**
 * What a layer has to offer.
 *
 * @param formats the most usual first
 * @param scales whether there are {@code @2x} tiles
 */
public record Traits(List<Format> formats, boolean scales, Map<String, Object> metadata) {
  /** Pictures first to be offered, first to be shown. */
  private static final List<Format> USUAL =
      List.of(
          Format.PNG, Format.JPEG, Format.WEBP, Format.PNG8, Format.GIF, Format.TIFF, Format.BMP);

  /** Of a layer that cannot be used. */
  static final Traits NONE = new Traits(List.of(), false, Map.of());

  /** Of a layer that has never worked yet: whatever its cache may hold. */
  public static final Traits UNKNOWN = new Traits(withOthers(), false, Map.of());

  /**
   * @throws ConfigurationException if the provider does not say what it has to offer
   */
  static Traits of(Provider provider) {
    return new Traits(sorted(provider.formats()), scales(provider), whole(provider.metadata()));
  }

  private static boolean scales(Provider provider) {
    return provider instanceof AreaProvider
        || provider instanceof TileProvider tiles && tiles.scales();
  }

  private static List<Format> sorted(Set<Format> formats) {
    if (formats.isEmpty()) {
      throw new ConfigurationException("The provider has no format to offer.");
    }
    return formats.stream()
        .sorted(Comparator.comparingInt(Traits::rank).thenComparing(Format::name))
        .toList();
  }

  private static int rank(Format format) {
    int usual = USUAL.indexOf(format);
    return usual < 0 ? USUAL.size() : usual;
  }

  private static Map<String, Object> whole(Map<String, Object> metadata) {
    metadata.forEach(
        (key, value) -> {
          if (key == null || value == null) {
            throw new ConfigurationException(
                "The provider's metadata has nothing to say at \"%s\".".formatted(key));
          }
        });
    return Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  private static List<Format> withOthers() {
    var all = new ArrayList<>(USUAL);
    all.add(Format.of("JSON", "application/json", "json"));
    all.add(Format.of("GeoJSON", "application/json", "geojson"));
    all.add(Format.of("TopoJSON", "application/json", "topojson"));
    all.add(Format.of("pbf", "application/x-protobuf", "pbf", "mvt"));
    return List.copyOf(all);
  }
}
