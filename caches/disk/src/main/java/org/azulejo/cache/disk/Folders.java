package org.azulejo.cache.disk;

import java.io.IOException;
import java.util.regex.Pattern;
import org.azulejo.api.Coordinate;

/** The ways to spread the tiles of a layer over folders; the last part is the file's stem. */
enum Folders {
  /** {@code /12/000/656/001/582}. */
  SAFE("/[0-9]+/(?:-[0-9]{2}|[0-9]{3})/[0-9]{3,}/(?:-[0-9]{2}|[0-9]{3})/[0-9]{3,}") {
    @Override
    void append(StringBuilder path, Coordinate coordinate) {
      path.append('/').append(coordinate.zoom());
      appendSixDigits(path, coordinate.column());
      appendSixDigits(path, coordinate.row());
    }
  },

  /** {@code /12/656/1582}. */
  PORTABLE("/[0-9]+/-?[0-9]+/-?[0-9]+") {
    @Override
    void append(StringBuilder path, Coordinate coordinate) {
      path.append('/').append(coordinate.zoom());
      path.append('/').append(coordinate.column());
      path.append('/').append(coordinate.row());
    }
  },

  /** {@code /002/301/021/222/0}: a digit for each zoom and one before, in groups of three. */
  QUADTILE("(?:/[0-3]{3})*/[0-3]{1,3}") {
    @Override
    void append(StringBuilder path, Coordinate coordinate) throws IOException {
      int zoom = coordinate.zoom();
      if (zoom > LAST_ZOOM) {
        throw new IOException(
            "Quadtile folders end at zoom %d, and %s is beyond.".formatted(LAST_ZOOM, coordinate));
      }
      // As unsigned numbers: 2^31 + column and 2^31 + row.
      int x = coordinate.column() ^ Integer.MIN_VALUE;
      int y = coordinate.row() ^ Integer.MIN_VALUE;
      for (int bit = zoom; bit >= 0; bit--) {
        if ((zoom - bit) % 3 == 0) {
          path.append('/');
        }
        path.append((char) ('0' + 2 * (y >>> bit & 1) + (x >>> bit & 1)));
      }
    }
  };

  private static final int LAST_ZOOM = 31;

  private final Pattern names;

  /**
   * @param names as an expression: what is appended to the layer
   */
  Folders(String names) {
    this.names = Pattern.compile(".+" + names + "(?:@[0-9]+x)?[.][^./]+(?:[.]gz)?");
  }

  /** Whether it is the path of a tile, with its layer, extension and slashes. */
  boolean hasMade(String path) {
    return names.matcher(path).matches();
  }

  /**
   * Appends the folders and the stem of a tile, from the first slash on.
   *
   * @throws IOException if these folders have no place for the tile
   */
  abstract void append(StringBuilder path, Coordinate coordinate) throws IOException;

  /**
   * As {@code %06d}, cut after three characters. A sign counts as one: {@code -1} is {@code
   * -00/001}. Further digits make the second part longer: {@code 167/77215}.
   */
  private static void appendSixDigits(StringBuilder path, int number) {
    path.append('/');
    int start = path.length();
    path.append(number);
    int sign = number < 0 ? 1 : 0;
    while (path.length() - start < 6) {
      path.insert(start + sign, '0');
    }
    path.insert(start + 3, '/');
  }
}
