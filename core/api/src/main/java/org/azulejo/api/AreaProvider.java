package org.azulejo.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Draws any rectangle; only these can have metatiles with several rows, columns or a buffer. */
@ConsumerType
public non-sealed interface AreaProvider extends Provider {
  /**
   * A picture of the area, or empty if there is none at this place. An {@link EncodedTile} is
   * passed on untouched where one tile of its very format was asked for and no effect follows.
   *
   * @throws UpstreamException if somebody else's server is to blame
   * @throws Exception with a sentence for the person who can act; nothing is cached then
   */
  Optional<Tile> draw(Area area) throws Exception;
}
