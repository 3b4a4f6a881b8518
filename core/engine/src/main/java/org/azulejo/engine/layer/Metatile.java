package org.azulejo.engine.layer;

import org.azulejo.api.Coordinate;
import org.azulejo.api.Options;
import org.azulejo.api.Projection;

/**
 * How many tiles are drawn at once.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param buffer pixels drawn around the tiles and cut off again; 0 or more
 */
record Metatile(int rows, int columns, int buffer) {
  /** More than this would let one request ask for more pixels than a server has memory for. */
  private static final int MOST_PIXELS = 1 << 25;

  static final Metatile SINGLE = new Metatile(1, 1, 0);

  static Metatile of(Options layer, int tileSize) {
    return layer.section("metatile").map(section -> read(section, tileSize)).orElse(SINGLE);
  }

  private static Metatile read(Options section, int tileSize) {
    var metatile =
        new Metatile(
            section.integer("rows", 1),
            section.integer("columns", 1),
            section.integer("buffer", 0));
    if (metatile.rows < 1 || metatile.columns < 1) {
      throw section.problem("rows", "rows and columns must be 1 or more.");
    }
    if (metatile.buffer < 0) {
      throw section.problem("buffer", "a buffer must be 0 or more.");
    }
    if (metatile.pixels(tileSize) > MOST_PIXELS) {
      throw section.problem(
          "rows", "the metatile would be larger than %d pixels.".formatted(MOST_PIXELS));
    }
    return metatile;
  }

  private double pixels(double tileSize) {
    return (columns * tileSize + 2.0 * buffer) * (rows * tileSize + 2.0 * buffer);
  }

  /** The tiles drawn together with this one, clipped to the pyramid unless it lies outside. */
  Block around(Coordinate tile, Projection projection) {
    if (!projection.holds(tile)) {
      return new Block(tile, 1, 1, buffer);
    }
    int column = Math.floorDiv(tile.column(), columns) * columns;
    int row = Math.floorDiv(tile.row(), rows) * rows;
    int zoom = tile.zoom();
    int width = 1;
    while (width < columns && projection.holds(new Coordinate(zoom, column + width, row))) {
      width++;
    }
    int height = 1;
    while (height < rows && projection.holds(new Coordinate(zoom, column, row + height))) {
      height++;
    }
    return new Block(new Coordinate(zoom, column, row), width, height, buffer);
  }
}
