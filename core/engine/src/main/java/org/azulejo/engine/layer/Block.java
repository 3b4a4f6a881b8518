package org.azulejo.engine.layer;

import java.util.ArrayList;
import java.util.List;
import org.azulejo.api.Coordinate;

/**
 * Tiles drawn at once: a plain tile is a block of one.
 *
 * @param first the north-western one
 */
record Block(Coordinate first, int columns, int rows, int buffer) {
  boolean isPlain() {
    return columns == 1 && rows == 1 && buffer == 0;
  }

  List<Coordinate> coordinates() {
    var all = new ArrayList<Coordinate>(columns * rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        all.add(new Coordinate(first.zoom(), first.column() + column, first.row() + row));
      }
    }
    return all;
  }
}
