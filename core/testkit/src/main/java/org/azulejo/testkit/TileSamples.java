package org.azulejo.testkit;

import java.time.Instant;
import java.util.Random;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.TileKey;

/** Keys and tiles to fill caches with. */
public final class TileSamples {
  public static final Format JSON = Format.of("JSON", "application/json", "json");
  public static final Format GEOJSON = Format.of("GeoJSON", "application/json", "geojson");

  private TileSamples() {}

  /** The PNG tile 12/656/1582 of the layer. */
  public static TileKey key(String layer) {
    return key(layer, 12, 656, 1582);
  }

  /** A PNG tile of the layer. */
  public static TileKey key(String layer, int zoom, int column, int row) {
    return new TileKey(layer, new Coordinate(zoom, column, row), Format.PNG);
  }

  /** A tile for the key, of bytes that look like nothing and are the same at each call. */
  public static EncodedTile tile(TileKey key, int size) {
    byte[] bytes = new byte[size];
    new Random(key.hashCode()).nextBytes(bytes);
    return tile(key, bytes);
  }

  /** A tile for the key, made just now. */
  public static EncodedTile tile(TileKey key, byte[] bytes) {
    return new EncodedTile(key.format(), bytes, Instant.now());
  }
}
