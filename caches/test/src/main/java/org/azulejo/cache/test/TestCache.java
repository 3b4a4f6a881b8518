package org.azulejo.cache.test;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.api.TileLocks;
import org.slf4j.Logger;

/** Keeps nothing; if verbose, it tells what it was asked, in the words of TileStache. */
record TestCache(boolean verbose, Logger log) implements TileCache {
  @Override
  public Optional<EncodedTile> read(TileKey key) {
    tell("read: ", key);
    return Optional.empty();
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) {
    tell("save: " + tile.bytes().length + " bytes to ", key);
  }

  @Override
  public void remove(TileKey key) {
    tell("remove: ", key);
  }

  /** Locks that keep nobody out, for there is nothing to share, and something only to tell. */
  @Override
  public Optional<TileLocks> locks() {
    return verbose ? Optional.of((key, stale) -> lock(key)) : Optional.empty();
  }

  private TileLock lock(TileKey key) {
    tell("lock: ", key);
    var open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) {
        tell("unlock: ", key);
      }
    };
  }

  private void tell(String deed, TileKey key) {
    if (verbose) {
      String place = key.coordinate() + key.suffix();
      log.info("Test cache {}{} {} {}", deed, key.layer(), place, key.format());
    }
  }
}
