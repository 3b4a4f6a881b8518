package org.azulejo.api;

import java.util.Map;
import java.util.Set;

/**
 * Makes the tiles of a layer. Called by many threads at once. Closed when no layer uses it any more
 * and the last tile it was making is done.
 */
public sealed interface Provider extends AutoCloseable permits TileProvider, AreaProvider {
  /** The formats of its tiles. Unless a provider says otherwise: pictures, in any format. */
  default Set<Format> formats() {
    return Format.IMAGES;
  }

  /**
   * What it knows of its data, as members of a TileJSON 3 document: {@code attribution}, {@code
   * bounds}, {@code minzoom}, {@code maxzoom}, {@code vector_layers} and so on. Values are strings,
   * numbers, booleans, lists and maps.
   */
  default Map<String, Object> metadata() {
    return Map.of();
  }

  @Override
  default void close() throws Exception {}
}
