package org.azulejo.bench;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.azulejo.api.Area;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Projection;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.provider.mbtiles.MbtilesFactory;
import org.azulejo.testkit.TestOptions;

/** Pictures of the demonstration: land, sea and borders. */
final class World implements AutoCloseable {
  static final Projection MERCATOR = TestOptions.projection("spherical mercator");

  /** In the middle of Europe; multiples of 4, so that metatiles begin here. */
  static final Coordinate PLACE = new Coordinate(4, 8, 4);

  private static final int EDGE = 256;

  /** Seen from this module, where {@code steps.sh} and the tests run. */
  private static final Path FOLDER = Path.of("../standalone/src/main/data");

  private final TileProvider tiles =
      (TileProvider)
          new MbtilesFactory().create(TestOptions.of("{'tileset': 'world.mbtiles'}", FOLDER));

  static TileRequest request(Coordinate coordinate) {
    var area = new Area(MERCATOR, MERCATOR.envelope(coordinate), EDGE, EDGE, coordinate.zoom(), 1);
    return new TileRequest(coordinate, area, Format.PNG);
  }

  EncodedTile tile(Coordinate coordinate) throws Exception {
    return (EncodedTile) tiles.tile(request(coordinate)).orElseThrow();
  }

  /** So many tiles wide and tall, from {@link #PLACE} to the south-east. */
  BufferedImage picture(int edge) throws Exception {
    var picture = new BufferedImage(edge * EDGE, edge * EDGE, BufferedImage.TYPE_INT_ARGB);
    for (int row = 0; row < edge; row++) {
      for (int column = 0; column < edge; column++) {
        var place = new Coordinate(PLACE.zoom(), PLACE.column() + column, PLACE.row() + row);
        int[] pixels = tile(place).image().getRGB(0, 0, EDGE, EDGE, null, 0, EDGE);
        picture.setRGB(column * EDGE, row * EDGE, EDGE, EDGE, pixels, 0, EDGE);
      }
    }
    return picture;
  }

  @Override
  public void close() throws Exception {
    tiles.close();
  }
}
