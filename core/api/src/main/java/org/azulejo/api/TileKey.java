package org.azulejo.api;

/**
 * The name of one tile in a cache.
 *
 * @param layer as configured; may hold slashes, spaces and any letter
 * @param scale 1, or 2 for a tile named {@code @2x}
 */
public record TileKey(String layer, Coordinate coordinate, Format format, int scale) {
  public TileKey(String layer, Coordinate coordinate, Format format) {
    this(layer, coordinate, format, 1);
  }

  /** What follows the row in a key: nothing, or {@code @2x}. */
  public String suffix() {
    return scale == 1 ? "" : "@" + scale + "x";
  }

  /** {@code layer/zoom/column/row[@2x].FORMAT}: the keys of Redis and memcached end so. */
  @Override
  public String toString() {
    return layer + "/" + coordinate + suffix() + "." + format.name();
  }
}
