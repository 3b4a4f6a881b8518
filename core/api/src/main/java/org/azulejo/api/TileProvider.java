package org.azulejo.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes one tile at a time: a proxy, a tile archive, vector data, a sandwich of other layers. */
@ConsumerType
public non-sealed interface TileProvider extends Provider {
  /**
   * The tile, or empty if there is none at this place.
   *
   * @param request in one of {@link #formats}
   * @throws UpstreamException if somebody else's server is to blame
   * @throws Exception with a sentence for the person who can act; nothing is cached then
   */
  Optional<Tile> tile(TileRequest request) throws Exception;

  /** Whether it can make tiles of twice the pixels, {@code @2x}. */
  default boolean scales() {
    return false;
  }
}
