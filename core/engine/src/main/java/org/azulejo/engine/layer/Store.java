package org.azulejo.engine.layer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.api.TileLocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A layer's view of its cache. A cache that fails has nothing and keeps nothing, and is complained
 * of once, until it works again. Here alone a tile's age is judged.
 */
final class Store {
  private static final Logger log = LoggerFactory.getLogger(Store.class);
  private static final TileLock NO_LOCK = () -> {};

  private final String layer;
  private final TileCache cache;
  private final LayerSettings settings;
  private final RecentTiles recent;
  private final InstantSource clock;
  private final AtomicBoolean isAiling = new AtomicBoolean();

  Store(TileCache cache, LayerSettings settings, RecentTiles recent, InstantSource clock) {
    this.layer = settings.name();
    this.cache = cache;
    this.settings = settings;
    this.recent = recent;
    this.clock = clock;
  }

  /** The tile, if it can be had without waiting. */
  Optional<EncodedTile> peek(TileKey key) {
    Optional<EncodedTile> tile = cache.peek(key);
    if (tile.isEmpty()) {
      tile = Optional.ofNullable(recent.get(cache, key));
    }
    return tile.filter(this::isFresh);
  }

  Optional<EncodedTile> read(TileKey key) {
    try {
      Optional<EncodedTile> tile = cache.read(key).filter(this::isFresh);
      tile.ifPresent(found -> recent.put(cache, key, found));
      recovered();
      return tile;
    } catch (Exception e) {
      complain("read " + key, e);
      return Optional.empty();
    }
  }

  void write(Map<TileKey, EncodedTile> tiles) {
    if (!settings.writesCache()) {
      return;
    }
    try {
      for (var entry : tiles.entrySet()) {
        recent.forget(cache, entry.getKey());
        cache.write(entry.getKey(), entry.getValue(), settings.lifespan());
      }
      recovered();
    } catch (Exception e) {
      complain("write", e);
    }
  }

  /** The lock that all servers on this cache share, or none if there is no such thing. */
  TileLock hold(TileKey key) throws InterruptedException {
    Optional<TileLocks> locks = settings.writesCache() ? cache.locks() : Optional.empty();
    if (locks.isEmpty()) {
      return NO_LOCK;
    }
    try {
      return quiet(locks.get().lock(key, settings.staleLockTimeout()));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      complain("lock " + key, e);
      return NO_LOCK;
    }
  }

  private TileLock quiet(TileLock lock) {
    return () -> {
      try {
        lock.close();
      } catch (Exception e) {
        complain("unlock", e);
      }
    };
  }

  private boolean isFresh(EncodedTile tile) {
    Duration lifespan = settings.lifespan();
    return tile.bytes().length > 0
        && (lifespan.isZero() || tile.made().plus(lifespan).isAfter(now()));
  }

  private Instant now() {
    return clock.instant();
  }

  private void complain(String deed, Exception e) {
    if (isAiling.compareAndSet(false, true)) {
      log.warn(
          "The cache of the layer \"{}\" could not {}; tiles are drawn instead: {}",
          layer,
          deed,
          e.toString());
    } else {
      log.debug("The cache of the layer \"{}\" could not {}.", layer, deed, e);
    }
  }

  private void recovered() {
    if (isAiling.get() && isAiling.compareAndSet(true, false)) {
      log.info("The cache of the layer \"{}\" works again.", layer);
    }
  }
}
