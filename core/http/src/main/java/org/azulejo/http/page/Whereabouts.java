package org.azulejo.http.page;

import org.azulejo.api.Coordinate;
import org.azulejo.layer.Layer;

/** Finds the one tile that stands for a layer. */
final class Whereabouts {
  private static final double STEEPEST = 85.05;

  private Whereabouts() {}

  /** The tile where viewers start, as far as that lies within the layer. */
  static Coordinate of(Layer layer) {
    Layer.Preview start = layer.preview();
    Layer.Coverage coverage = layer.coverage();
    boolean inside =
        start.longitude() >= coverage.west()
            && start.longitude() <= coverage.east()
            && start.latitude() >= coverage.south()
            && start.latitude() <= coverage.north();
    int zoom = Math.max(coverage.lowestZoom(), Math.min(coverage.highestZoom(), start.zoom()));
    return inside
        ? tile(layer.srs(), start.longitude(), start.latitude(), zoom)
        : tile(
            layer.srs(),
            (coverage.west() + coverage.east()) / 2,
            (coverage.south() + coverage.north()) / 2,
            zoom);
  }

  private static Coordinate tile(String srs, double longitude, double latitude, int zoom) {
    double tiles = Math.scalb(1.0, zoom);
    if (srs.contains("+proj=longlat")) {
      double column = (longitude + 180) / 180 * tiles;
      double row = (90 - latitude) / 180 * tiles;
      return new Coordinate(zoom, within(column, 2 * tiles), within(row, tiles));
    }
    double angle = Math.toRadians(Math.max(-STEEPEST, Math.min(STEEPEST, latitude)));
    double north = Math.log(Math.tan(Math.PI / 4 + angle / 2));
    double column = (longitude + 180) / 360 * tiles;
    double row = (1 - north / Math.PI) / 2 * tiles;
    return new Coordinate(zoom, within(column, tiles), within(row, tiles));
  }

  private static int within(double place, double tiles) {
    return (int) Math.max(0, Math.min(tiles - 1, Math.floor(place)));
  }
}
