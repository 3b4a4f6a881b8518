package org.azulejo.provider.proxy;

import java.net.URI;
import java.util.List;
import org.azulejo.api.Coordinate;

/** Where the pictures of a tile are to be had. Safe for many threads. */
interface TileAddresses {
  /**
   * Bottom first; none where there can be no tile.
   *
   * @param scale 1, or 2 for a tile of twice the pixels
   */
  List<URI> of(Coordinate coordinate, int scale);

  /** How many pictures there are for a tile at most. */
  int depth();

  /** Whether there are tiles of twice the pixels, too. */
  boolean scale();
}
