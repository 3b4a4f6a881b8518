package org.azulejo.engine.projection;

import java.util.Locale;
import java.util.Optional;
import org.azulejo.api.Projection;

/**
 * Projections by name. TileStache evaluates names as code; here each spelling is listed instead.
 */
public final class Projections {
  private final Projection mercator = new SphericalMercator();
  private final Projection wgs84 = new Wgs84();

  /** What a configuration may say, for error messages. */
  public static final String KNOWN = "\"spherical mercator\" and \"WGS84\"";

  public Projection mercator() {
    return mercator;
  }

  public Projection wgs84() {
    return wgs84;
  }

  /** The projection of this name, or of TileStache's class path for it; in any case. */
  public Optional<Projection> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace("()", "").replace(':', '.')) {
      case "spherical mercator", "tilestache.geography.sphericalmercator" -> Optional.of(mercator);
      case "wgs84", "tilestache.geography.wgs84" -> Optional.of(wgs84);
      default -> Optional.empty();
    };
  }
}
