package org.azulejo.http.tile;

import java.util.Optional;
import org.azulejo.api.Coordinate;
import org.azulejo.http.exchange.UrlPath;

/**
 * {@code /layer/zoom/column/row[@2x].extension}, taken apart as TileStache does: the layer is all
 * that stands before the last three parts, so it may hold slashes.
 *
 * @param scale 1, or 2 for {@code @2x}
 */
public record TilePath(String layer, Coordinate coordinate, int scale, String extension) {
  private static final String DOUBLE = "@2x";
  private static final long NO_NUMBER = Long.MIN_VALUE;

  /** Empty if the path, decoded, is not that of a tile. */
  public static Optional<TilePath> parse(String path) {
    int row = path.lastIndexOf('/') + 1;
    int column = path.lastIndexOf('/', row - 2) + 1;
    int zoom = path.lastIndexOf('/', column - 2) + 1;
    int dot = path.indexOf('.', row);
    if (zoom < 3 || dot < 0 || !isLayer(path, zoom - 1) || !isWord(path, dot + 1)) {
      return Optional.empty();
    }
    boolean doubled = path.startsWith(DOUBLE, dot - DOUBLE.length());
    long z = natural(path, zoom, column - 1);
    long x = integer(path, column, row - 1);
    long y = integer(path, row, doubled ? dot - DOUBLE.length() : dot);
    if (z == NO_NUMBER || x == NO_NUMBER || y == NO_NUMBER) {
      return Optional.empty();
    }
    var coordinate = new Coordinate((int) z, (int) x, (int) y);
    String layer = path.substring(1, zoom - 1);
    return Optional.of(new TilePath(layer, coordinate, doubled ? 2 : 1, path.substring(dot + 1)));
  }

  /** The path of the same tile with another extension, encoded. */
  public String as(String otherExtension) {
    String suffix = scale == 1 ? "" : DOUBLE;
    return "/" + UrlPath.encode(layer + "/" + coordinate) + suffix + "." + otherExtension;
  }

  @Override
  public String toString() {
    return "/" + layer + "/" + coordinate + (scale == 1 ? "" : DOUBLE) + "." + extension;
  }

  /** Whether the path up to {@code end} names a layer: a slash, a letter or digit, anything. */
  private static boolean isLayer(String path, int end) {
    return end > 1 && path.charAt(0) == '/' && isWord(path.charAt(1));
  }

  private static boolean isWord(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (!isWord(text.charAt(i))) {
        return false;
      }
    }
    return from < text.length();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static long integer(String text, int from, int to) {
    boolean negative = from < to && text.charAt(from) == '-';
    long size = natural(text, negative ? from + 1 : from, to);
    return negative && size != NO_NUMBER ? -size : size;
  }

  private static long natural(String text, int from, int to) {
    long number = from < to ? 0 : NO_NUMBER;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      number = number * 10 + digit;
      if (digit < 0 || digit > 9 || number > Integer.MAX_VALUE) {
        return NO_NUMBER;
      }
    }
    return number;
  }
}
