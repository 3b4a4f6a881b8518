package org.azulejo.provider.mbtiles;

import org.azulejo.api.Area;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.Projection;
import org.azulejo.api.TileRequest;
import org.azulejo.testkit.TestOptions;

/** Requests for tiles of 256 pixels. */
final class Requests {
  private static final Projection MERCATOR = TestOptions.projection("spherical mercator");

  private Requests() {}

  static TileRequest of(int zoom, int column, int row, Format format) {
    return of(zoom, column, row, format, 1);
  }

  static TileRequest of(int zoom, int column, int row, Format format, int scale) {
    var coordinate = new Coordinate(zoom, column, row);
    var envelope = MERCATOR.envelope(coordinate);
    var area = new Area(MERCATOR, envelope, 256 * scale, 256 * scale, zoom, scale);
    return new TileRequest(coordinate, area, format);
  }
}
