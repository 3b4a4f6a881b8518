package org.azulejo.engine.layer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.Format;
import org.azulejo.api.Options;
import org.azulejo.api.Projection;
import org.azulejo.engine.image.Encoders;
import org.azulejo.layer.Access;
import org.azulejo.layer.Layer.Preview;

/** Everything that a layer's section says, but its provider, cache and effects. */
public record LayerSettings(
    String name,
    Projection projection,
    int tileSize,
    Metatile metatile,
    Bounds bounds,
    boolean writesCache,
    Lifetimes lifetimes,
    Duration staleLockTimeout,
    Optional<String> allowedOrigin,
    SecondsByZoom maximumAge,
    Map<String, String> redirects,
    Preview preview,
    Access access,
    Encoders encoders,
    boolean hasPngOptions,
    boolean hasJpegOptions) {

  private static final int MOST_TILE_SIZE = 4096;

  /**
   * @param cache the section of its cache
   * @throws org.azulejo.api.ConfigurationException with the place and a sentence
   */
  public static LayerSettings of(String name, Options layer, Options cache, Projection usual) {
    Projection projection = layer.has("projection") ? layer.projection("projection") : usual;
    int tileSize = within(layer, "tile height", 256, 1, MOST_TILE_SIZE);
    return new LayerSettings(
        name,
        projection,
        tileSize,
        Metatile.of(layer, tileSize),
        Bounds.of(layer, projection),
        layer.flag("write cache", true),
        Lifetimes.of(layer, cache),
        Duration.ofSeconds(within(layer, "stale lock timeout", 15, 0, Integer.MAX_VALUE)),
        Optional.of(headerText(layer, "allowed origin")).filter(origin -> !origin.isEmpty()),
        SecondsByZoom.of(layer, "maximum cache age"),
        layer.section("redirects").map(LayerSettings::redirects).orElse(Map.of()),
        layer.section("preview").map(LayerSettings::preview).orElse(preview(37.80, -122.26)),
        new AccessReader(System::getenv).read(layer),
        new Encoders(layer),
        hasAny(layer, "png options"),
        hasAny(layer, "jpeg options"));
  }

  private static boolean hasAny(Options layer, String key) {
    return layer.value(key).filter(options -> !options.equals(Map.of())).isPresent();
  }

  /** Whether bytes that came in this format may go out as they are. */
  boolean passesOn(Format format) {
    return !(format.equals(Format.PNG) && hasPngOptions)
        && !(format.equals(Format.JPEG) && hasJpegOptions);
  }

  static int within(Options layer, String key, int fallback, int least, int most) {
    int value = layer.integer(key, fallback);
    if (value < least || value > most) {
      throw layer.problem(
          key, "expected a number from %d to %d, found %d.".formatted(least, most, value));
    }
    return value;
  }

  private static String headerText(Options layer, String key) {
    String text = layer.text(key, "");
    if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw layer.problem(key, "a header can only hold plain printable characters.");
    }
    return text;
  }

  private static Map<String, String> redirects(Options section) {
    var redirects = new LinkedHashMap<String, String>();
    section.keys().stream()
        .filter(section::has)
        .forEach(from -> redirects.put(from.toLowerCase(Locale.ROOT), extension(section, from)));
    return Map.copyOf(redirects);
  }

  private static String extension(Options section, String from) {
    String extension = section.text(from);
    if (!extension.matches("\\w+")) {
      throw section.problem(from, "\"%s\" is not an extension.".formatted(extension));
    }
    return extension;
  }

  private static Preview preview(Options section) {
    return new Preview(
        section.number("lat", 37.80),
        section.number("lon", -122.26),
        section.integer("zoom", 10),
        section.text("ext", ""));
  }

  private static Preview preview(double latitude, double longitude) {
    return new Preview(latitude, longitude, 10, "");
  }
}
