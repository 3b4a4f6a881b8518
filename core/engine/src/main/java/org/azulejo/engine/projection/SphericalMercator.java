package org.azulejo.engine.projection;

import org.azulejo.api.Coordinate;
import org.azulejo.api.Envelope;
import org.azulejo.api.Point;
import org.azulejo.api.Projection;

/**
 * The projection of nearly every web map: a sphere of radius 6378137 m, one square tile at zoom 0.
 * Formulas: J. P. Snyder, Map Projections: A Working Manual, chapter 7.
 */
final class SphericalMercator implements Projection {
  private static final double RADIUS = 6378137;
  private static final double WORLD = 2 * Math.PI * RADIUS;

  @Override
  public String srs() {
    return "+proj=merc +a=6378137 +b=6378137 +lat_ts=0.0 +lon_0=0.0 +x_0=0.0 +y_0=0 +k=1.0"
        + " +units=m +nadgrids=@null +wktext +no_defs +over";
  }

  @Override
  public boolean holds(Coordinate coordinate) {
    double side = Math.scalb(1.0, coordinate.zoom());
    return coordinate.column() >= 0
        && coordinate.row() >= 0
        && coordinate.column() < side
        && coordinate.row() < side;
  }

  @Override
  public Envelope envelope(Coordinate coordinate) {
    double size = Math.scalb(WORLD, -coordinate.zoom());
    double minX = coordinate.column() * size - WORLD / 2;
    double maxY = WORLD / 2 - coordinate.row() * size;
    return new Envelope(
        minX,
        WORLD / 2 - (coordinate.row() + 1.0) * size,
        (coordinate.column() + 1.0) * size - WORLD / 2,
        maxY);
  }

  @Override
  public Point project(Point location) {
    double latitude = Math.toRadians(location.y());
    return new Point(
        RADIUS * Math.toRadians(location.x()),
        RADIUS * Math.log(Math.tan(Math.PI / 4 + latitude / 2)));
  }

  @Override
  public Point unproject(Point projected) {
    double latitude = 2 * Math.atan(Math.exp(projected.y() / RADIUS)) - Math.PI / 2;
    return new Point(Math.toDegrees(projected.x() / RADIUS), Math.toDegrees(latitude));
  }

  @Override
  public Point grid(Point projected, int zoom) {
    double size = Math.scalb(WORLD, -zoom);
    return new Point((projected.x() + WORLD / 2) / size, (WORLD / 2 - projected.y()) / size);
  }

  @Override
  public String toString() {
    return "spherical mercator";
  }
}
