package org.azulejo.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Options;
import org.azulejo.api.Point;
import org.azulejo.api.Projection;
import org.azulejo.layer.Layer.Coverage;

/**
 * The boxes outside of which a layer has no tiles; touching counts as inside. The comparison is
 * TileStache's: corners as fractional columns and rows at the box's lowest and highest zoom.
 */
final class Bounds {
  private static final Coverage WORLD =
      new Coverage(-180, -85.0511287798066, 180, 85.0511287798066, 0, 31);

  private final List<Box> boxes;
  private final boolean isLimited;

  private Bounds(List<Box> boxes, boolean isLimited) {
    this.boxes = boxes;
    this.isLimited = isLimited;
  }

  /** From the key {@code bounds} of a layer; an empty list excludes every tile. */
  static Bounds of(Options layer, Projection projection) {
    if (layer.value("bounds").filter(v -> !(v instanceof Map || v instanceof List)).isPresent()) {
      throw layer.problem("bounds", "expected an object or a list of objects.");
    }
    var boxes = new ArrayList<Box>();
    layer.sections("bounds").forEach(section -> boxes.add(Box.of(section, projection)));
    return new Bounds(List.copyOf(boxes), layer.has("bounds"));
  }

  boolean include(Coordinate coordinate) {
    if (!isLimited) {
      return true;
    }
    for (Box box : boxes) {
      if (box.includes(coordinate)) {
        return true;
      }
    }
    return false;
  }

  /** The rectangle around all boxes. */
  Coverage coverage() {
    return boxes.stream().map(Box::coverage).reduce(Bounds::join).orElse(WORLD);
  }

  private static Coverage join(Coverage a, Coverage b) {
    return new Coverage(
        Math.min(a.west(), b.west()),
        Math.min(a.south(), b.south()),
        Math.max(a.east(), b.east()),
        Math.max(a.north(), b.north()),
        Math.min(a.lowestZoom(), b.lowestZoom()),
        Math.max(a.highestZoom(), b.highestZoom()));
  }

  /**
   * @param upperLeft column and row at the highest zoom
   * @param lowerRight column and row at the lowest zoom
   */
  private record Box(Coverage coverage, Point upperLeft, Point lowerRight) {
    static Box of(Options box, Projection projection) {
      var coverage =
          new Coverage(
              box.number("west", -180),
              box.number("south", -89),
              box.number("east", 180),
              box.number("north", 89),
              Math.max((int) Math.ceil(box.number("low", 0)), 0),
              Math.min((int) Math.floor(box.number("high", 31)), LiveLayer.HIGHEST_ZOOM));
      Point northWest = projection.project(new Point(coverage.west(), latitude(coverage.north())));
      Point southEast = projection.project(new Point(coverage.east(), latitude(coverage.south())));
      return new Box(
          coverage,
          moved(projection.grid(northWest, coverage.highestZoom()), -slack(coverage.highestZoom())),
          moved(projection.grid(southEast, coverage.lowestZoom()), slack(coverage.lowestZoom())));
    }

    /** A part of the world that is less than a micrometre, in tiles of a zoom. */
    private static double slack(int zoom) {
      return Math.scalb(1e-14, zoom);
    }

    /** Rounding must not decide whether a tile touches the corner. */
    private static Point moved(Point corner, double by) {
      return new Point(corner.x() + by, corner.y() + by);
    }

    private static double latitude(double degrees) {
      return Math.max(-90, Math.min(90, degrees));
    }

    boolean includes(Coordinate tile) {
      if (tile.zoom() < coverage.lowestZoom() || tile.zoom() > coverage.highestZoom()) {
        return false;
      }
      int down = coverage.lowestZoom() - tile.zoom();
      int up = coverage.highestZoom() - tile.zoom();
      return Math.scalb((double) tile.column(), down) <= lowerRight.x()
          && Math.scalb((double) tile.row(), down) <= lowerRight.y()
          && Math.scalb(tile.column() + 1.0, up) >= upperLeft.x()
          && Math.scalb(tile.row() + 1.0, up) >= upperLeft.y();
    }
  }
}
