package org.azulejo.provider.urltemplate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.Area;
import org.azulejo.api.Envelope;
import org.azulejo.api.Point;
import org.azulejo.api.Projection;

/** What the blanks of a template stand for, by name. */
final class Blanks {
  private Blanks() {}

  /**
   * Empty where the projection has no such place: in Mercator's, the poles lie at infinity.
   *
   * @param projection that the server is to be asked in
   */
  static Optional<Map<String, String>> of(Area area, Projection projection) {
    Envelope envelope = convert(area.envelope(), area.projection(), projection);
    boolean isFinite = Double.isFinite(envelope.width()) && Double.isFinite(envelope.height());
    return isFinite ? Optional.of(values(area, envelope, projection)) : Optional.empty();
  }

  private static Map<String, String> values(Area area, Envelope envelope, Projection projection) {
    return Map.of(
        "width", String.valueOf(area.width()),
        "height", String.valueOf(area.height()),
        "srs", encoded(projection.srs()),
        "zoom", String.valueOf(area.zoom()),
        "xmin", PythonNumber.text(envelope.minX()),
        "ymin", PythonNumber.text(envelope.minY()),
        "xmax", PythonNumber.text(envelope.maxX()),
        "ymax", PythonNumber.text(envelope.maxY()));
  }

  /** By two corners only, as TileStache does: right where both projections keep north up. */
  private static Envelope convert(Envelope envelope, Projection from, Projection to) {
    if (from.srs().equals(to.srs())) {
      return envelope;
    }
    Point low = to.project(from.unproject(new Point(envelope.minX(), envelope.minY())));
    Point high = to.project(from.unproject(new Point(envelope.maxX(), envelope.maxY())));
    return new Envelope(low.x(), low.y(), high.x(), high.y());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
