package org.azulejo.provider.monkeycache;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.azulejo.api.Format;

/** The formats by the names that they have in the keys of caches. */
final class KeyFormats {
  private static final List<Format> DATA =
      List.of(
          Format.of("JSON", "application/json", "json"),
          Format.of("GeoJSON", "application/json", "geojson"),
          Format.of("TopoJSON", "application/json", "topojson"));

  private static final List<String> VECTORS = List.of("pbf", "mvt");

  private KeyFormats() {}

  /**
   * The format by its name or extension, in any case. What is not known is taken as it is written,
   * for so it stands in the keys.
   */
  static Format named(String text) {
    return Stream.concat(Format.IMAGES.stream(), DATA.stream())
        .filter(format -> format.name().equalsIgnoreCase(text) || format.answersTo(text))
        .findFirst()
        .orElseGet(() -> verbatim(text));
  }

  private static Format verbatim(String text) {
    String extension = text.toLowerCase(Locale.ROOT);
    boolean isVector = VECTORS.contains(extension);
    return Format.of(
        text, isVector ? "application/x-protobuf" : "application/octet-stream", extension);
  }
}
