package org.azulejo.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps tiles. Called by many threads at once. A cache that throws is treated as one that has
 * nothing: the tile is drawn and served, and the log says what happened.
 */
@ConsumerType
public interface TileCache extends AutoCloseable {
  /** The tile, whole, or empty. Age is not its affair: {@link EncodedTile#made} tells. */
  Optional<EncodedTile> read(TileKey key) throws Exception;

  /**
   * The tile, if it was made after the moment; a younger one is not looked for unless the cache is
   * made up of several.
   *
   * @param moment {@link Instant#MIN} if any age will do
   */
  default Optional<EncodedTile> readSince(TileKey key, Instant moment) throws Exception {
    return read(key).filter(tile -> tile.made().isAfter(moment));
  }

  /**
   * The tile, if it is at hand without waiting for a disk, a network or a lock that is held for
   * long. Called on a network thread.
   */
  default Optional<EncodedTile> peek(TileKey key) {
    return Optional.empty();
  }

  /**
   * Keeps the tile in place of any before. Readers see the old one or the new one, never a part.
   *
   * @param lifespan after which nobody will want it; zero is for ever. A store with an expiry of
   *     its own sets it, any other may ignore it.
   */
  void write(TileKey key, EncodedTile tile, Duration lifespan) throws Exception;

  /** Forgets the tile, if it is there. */
  void remove(TileKey key) throws Exception;

  /**
   * How many bytes the tiles of all layers take up, if it knows that without looking for it; about
   * as many will do.
   */
  default OptionalLong size() {
    return OptionalLong.empty();
  }

  /** Its locks; only stores that several servers share have them. */
  default Optional<TileLocks> locks() {
    return Optional.empty();
  }

  @Override
  default void close() throws Exception {}
}
