package org.azulejo.cache.multi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;
import org.slf4j.Logger;

/** One of the caches, whose failures others need not bear, nor wait for again and again. */
final class Tier implements AutoCloseable {
  private final String where;
  private final TileCache cache;
  private final Gate gate;
  private final FailureStreak reading;
  private final FailureStreak writing;

  /**
   * @param where it stands in the configuration
   */
  Tier(String where, TileCache cache, Logger log) {
    this.where = where;
    this.cache = cache;
    this.gate = new Gate(where, cache);
    this.reading = new FailureStreak(where + ": the cache cannot be read", log);
    this.writing = new FailureStreak(where + ": the cache cannot be written", log);
  }

  String where() {
    return where;
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
      Optional<EncodedTile> tile = gate.read(() -> cache.readSince(key, moment));
      reading.end();
      return tile.filter(Tier::isWhole);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      reading.tell(e);
      return Optional.empty();
    }
  }

  private static boolean isWhole(EncodedTile tile) {
    return tile.bytes().length > 0;
  }

  /**
   * Keeps what a later tier had, if it can, as long as it will still be wanted.
   *
   * @param moment after which it had to be made
   */
  void keep(TileKey key, EncodedTile tile, Instant moment) throws InterruptedException {
    try {
      boolean isForEver = moment.equals(Instant.MIN);
      write(key, tile, isForEver ? Duration.ZERO : Duration.between(moment, tile.made()));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      // It was told.
    }
  }

  /**
   * Keeps the tile.
   *
   * @throws Exception that was told
   */
  void write(TileKey key, EncodedTile tile, Duration lifespan) throws Exception {
    try {
      gate.write(
          () -> {
            cache.write(key, tile, lifespan);
            return key;
          });
      writing.end();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      writing.tell(e);
      throw e;
    }
  }

  void remove(TileKey key) throws Exception {
    Callable<TileKey> removal =
        () -> {
          cache.remove(key);
          return key;
        };
    gate.write(removal);
  }

  OptionalLong size() {
    return cache.size();
  }

  Optional<TileLocks> locks() {
    return cache.locks().map(locks -> (key, stale) -> gate.read(() -> locks.lock(key, stale)));
  }

  @Override
  public void close() throws InterruptedException {
    gate.close();
  }
}
