package org.azulejo.cache.multi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.slf4j.Logger;

/**
 * One of the caches, whose failures others need not bear. A class that it does not find, or in
 * another version, is a failure like any other.
 */
final class Tier {
  private final TileCache cache;
  private final FailureStreak reading;
  private final FailureStreak keeping;

  /**
   * @param where it stands in the configuration
   */
  Tier(String where, TileCache cache, Logger log) {
    this.cache = cache;
    this.reading = new FailureStreak(where + ": the cache cannot be read", log);
    this.keeping = new FailureStreak(where + ": the cache cannot keep tiles of later tiers", log);
  }

  TileCache cache() {
    return cache;
  }

  /** The tile at hand; a failure and an empty tile are misses. */
  Optional<EncodedTile> peek(TileKey key) {
    try {
      return cache.peek(key).filter(Tier::isWhole);
    } catch (RuntimeException | LinkageError e) {
      reading.tell(e);
      return Optional.empty();
    }
  }

  /** The tile; a failure and an empty tile are misses. */
  Optional<EncodedTile> readSince(TileKey key, Instant moment) throws InterruptedException {
    try {
      Optional<EncodedTile> tile = cache.readSince(key, moment);
      reading.end();
      return tile.filter(Tier::isWhole);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      reading.tell(e);
      return Optional.empty();
    }
  }

  private static boolean isWhole(EncodedTile tile) {
    return tile.bytes().length > 0;
  }

  /** Keeps what a later tier had, if it can. */
  void keep(TileKey key, EncodedTile tile) throws InterruptedException {
    try {
      // Of the lifespan a reader knows nothing; the age of the tile is kept with it.
      cache.write(key, tile, Duration.ZERO);
      keeping.end();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      keeping.tell(e);
    }
  }
}
