package org.azulejo.engine.projection;

import org.azulejo.api.Coordinate;
import org.azulejo.api.Envelope;
import org.azulejo.api.Point;
import org.azulejo.api.Projection;

/** Plain degrees of longitude and latitude: two square tiles side by side at zoom 0. */
final class Wgs84 implements Projection {
  @Override
  public String srs() {
    return "+proj=longlat +ellps=WGS84 +datum=WGS84 +no_defs";
  }

  @Override
  public boolean holds(Coordinate coordinate) {
    double rows = Math.scalb(1.0, coordinate.zoom());
    return coordinate.column() >= 0
        && coordinate.row() >= 0
        && coordinate.column() < 2 * rows
        && coordinate.row() < rows;
  }

  @Override
  public Envelope envelope(Coordinate coordinate) {
    double size = Math.scalb(180.0, -coordinate.zoom());
    double minX = coordinate.column() * size - 180;
    double maxY = 90 - coordinate.row() * size;
    return new Envelope(minX, maxY - size, minX + size, maxY);
  }

  @Override
  public Point project(Point location) {
    return location;
  }

  @Override
  public Point unproject(Point projected) {
    return projected;
  }

  @Override
  public Point grid(Point projected, int zoom) {
    double size = Math.scalb(180.0, -zoom);
    return new Point((projected.x() + 180) / size, (90 - projected.y()) / size);
  }

  @Override
  public String toString() {
    return "WGS84";
  }
}
