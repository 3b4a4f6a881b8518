package org.azulejo.http.page;

import org.azulejo.api.Coordinate;
import org.azulejo.layer.Layer.Coverage;
import org.azulejo.layer.Layer.Preview;

/** A place to begin looking at a layer, in degrees, and a zoom. */
record Start(double longitude, double latitude, int zoom) {
  private static final double STEEPEST = 85.05;

  /** Where viewers start, as far as that lies within; else the middle. */
  static Start of(Preview preview, Coverage coverage) {
    return new Start(preview.longitude(), preview.latitude(), preview.zoom()).within(coverage);
  }

  /** This place if it lies within, else the middle; at a zoom that there is. */
  Start within(Coverage coverage) {
    int near = Math.max(coverage.lowestZoom(), Math.min(coverage.highestZoom(), zoom));
    boolean isInside =
        longitude >= coverage.west()
            && longitude <= coverage.east()
            && latitude >= coverage.south()
            && latitude <= coverage.north();
    return isInside
        ? new Start(longitude, latitude, near)
        : new Start(
            (coverage.west() + coverage.east()) / 2,
            (coverage.south() + coverage.north()) / 2,
            near);
  }

  /** The tile that holds the place. */
  Coordinate tile(String srs) {
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
