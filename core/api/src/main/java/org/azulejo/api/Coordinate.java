package org.azulejo.api;

/**
 * The place of a tile in the pyramid, in the order of the URL: zoom, column, row.
 *
 * <p>Column 0 is the westernmost and row 0 the northernmost tile. Columns and rows may lie outside
 * of the pyramid, even be negative; {@link Projection#holds} tells.
 *
 * @param zoom 0 or more
 */
public record Coordinate(int zoom, int column, int row) {
  public Coordinate {
    if (zoom < 0) {
      throw new IllegalArgumentException("A zoom is 0 or more, not " + zoom + ".");
    }
  }

  /** {@code zoom/column/row}, as in a URL. */
  @Override
  public String toString() {
    return zoom + "/" + column + "/" + row;
  }
}
