package org.azulejo.cache.multi;

import java.time.Instant;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileKey;

/** A way to look for a tile in several caches. */
interface Reading extends AutoCloseable {
  /** The tile, if one of them has it and it was made after the moment. */
  Optional<EncodedTile> readSince(TileKey key, Instant moment) throws InterruptedException;

  @Override
  default void close() throws InterruptedException {}
}
