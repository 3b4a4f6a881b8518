package org.azulejo.engine.layer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.api.TileLocks;

/**
 * A layer's view of its cache. A cache that fails has nothing and keeps nothing, and is complained
 * of once, until it works again. Here alone a tile's age is judged.
 */
final class Store {
  private static final TileLock NO_LOCK = () -> {};

  private final TileCache cache;
  private final LayerSettings settings;
  private final RecentTiles recent;
  private final InstantSource clock;
  private final Complaint reading;
  private final Complaint writing;
  private final Complaint locking;
  private final Complaint unlocking;

  Store(TileCache cache, LayerSettings settings, RecentTiles recent, InstantSource clock) {
    this.cache = cache;
    this.settings = settings;
    this.recent = recent;
    this.clock = clock;
    this.reading = new Complaint(settings.name(), "read");
    this.writing = new Complaint(settings.name(), "write");
    this.locking = new Complaint(settings.name(), "lock");
    this.unlocking = new Complaint(settings.name(), "unlock");
  }

  /** The tile, if it can be had without waiting. */
  Optional<EncodedTile> peek(TileKey key) {
    try {
      Optional<EncodedTile> tile = cache.peek(key);
      if (tile.isEmpty()) {
        tile = Optional.ofNullable(recent.get(cache, key));
      }
      return tile.filter(found -> isFresh(key, found));
    } catch (RuntimeException | LinkageError e) {
      reading.raise(e);
      return Optional.empty();
    }
  }

  /**
   * @param grace how old it may be beyond its lifespan
   */
  Optional<EncodedTile> read(TileKey key, Duration grace) {
    try {
      Instant moment = expiry(key, grace);
      Optional<EncodedTile> tile = cache.readSince(key, moment).filter(Store::isWhole);
      tile.ifPresent(found -> recent.put(cache, key, found));
      reading.settle();
      return tile;
    } catch (Exception | LinkageError e) {
      reading.raise(e);
      return Optional.empty();
    }
  }

  void write(Map<TileKey, EncodedTile> tiles) {
    if (!settings.writesCache()) {
      return;
    }
    try {
      for (var entry : tiles.entrySet()) {
        TileKey key = entry.getKey();
        cache.write(key, entry.getValue(), settings.lifetimes().keeping(key.coordinate().zoom()));
        recent.forget(cache, key);
      }
      writing.settle();
    } catch (Exception | LinkageError e) {
      writing.raise(e);
    }
  }

  /** The lock that all servers on this cache share, or none if there is no such thing. */
  TileLock hold(TileKey key) throws InterruptedException {
    if (!settings.writesCache()) {
      return NO_LOCK;
    }
    try {
      Optional<TileLocks> locks = cache.locks();
      TileLock lock =
          locks.isEmpty() ? NO_LOCK : locks.get().lock(key, settings.staleLockTimeout());
      locking.settle();
      return () -> release(lock);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      locking.raise(e);
      return NO_LOCK;
    }
  }

  private void release(TileLock lock) {
    try {
      lock.close();
      unlocking.settle();
    } catch (Exception | LinkageError e) {
      unlocking.raise(e);
    }
  }

  boolean isFresh(TileKey key, EncodedTile tile) {
    return isWhole(tile) && tile.made().isAfter(expiry(key, Duration.ZERO));
  }

  /** A file that was broken off at its very beginning is empty: that is no tile. */
  private static boolean isWhole(EncodedTile tile) {
    return tile.bytes().length > 0;
  }

  /** What was made then, or earlier, is too old. */
  private Instant expiry(TileKey key, Duration grace) {
    Duration lifespan = settings.lifetimes().lifespan(key.coordinate().zoom());
    return lifespan.isZero() ? Instant.MIN : clock.instant().minus(lifespan).minus(grace);
  }
}
