package org.azulejo.provider.proxy;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.azulejo.api.Format;
import org.azulejo.api.Options;

/** The formats that a configuration may name: those of pictures, and data that is passed on. */
final class ProxyFormats {
  private static final List<Format> DATA =
      List.of(
          Format.of("PBF", "application/x-protobuf", "pbf"),
          Format.of("MVT", "application/x-protobuf", "mvt"),
          Format.of("JSON", "application/json", "json"),
          Format.of("GeoJSON", "application/json", "geojson"));

  private ProxyFormats() {}

  /** In the order given; the formats of pictures if none is. */
  static Set<Format> of(Options options, String key) {
    var formats = new LinkedHashSet<Format>();
    options.texts(key).forEach(extension -> formats.add(format(options, key, extension)));
    return formats.isEmpty() ? Format.IMAGES : Collections.unmodifiableSet(formats);
  }

  private static Format format(Options options, String key, String extension) {
    return Stream.concat(DATA.stream(), Format.IMAGES.stream())
        .filter(format -> format.answersTo(extension))
        .findFirst()
        .orElseThrow(
            () ->
                options.problem(
                    key,
                    "\"%s\" is not known; known are pbf, mvt, json, geojson, and png and the like."
                        .formatted(extension)));
  }
}
