package org.azulejo.layer;

import java.util.Optional;
import org.azulejo.api.EncodedTile;

/** What a layer says to a request for a tile. */
public sealed interface Answer {
  /** Here it is. */
  record Found(EncodedTile tile, Origin origin) implements Answer {}

  /**
   * There is none.
   *
   * @param blank what to show in its place: outside of a layer's bounds, an empty picture
   */
  record None(Optional<EncodedTile> blank) implements Answer {}

  /** Where a tile came from. */
  enum Origin {
    CACHE,
    /** From the cache, where it is too old: it is drawn anew, or could not be. */
    STALE,
    DRAWING
  }
}
