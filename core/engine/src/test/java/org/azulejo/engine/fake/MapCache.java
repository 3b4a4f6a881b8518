package org.azulejo.engine.fake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;

/** A cache that tells what was done to it, and breaks when asked to. */
public final class MapCache implements TileCache {
  public final Map<TileKey, EncodedTile> tiles = new ConcurrentHashMap<>();
  public final List<Duration> lifespans = new CopyOnWriteArrayList<>();
  public final AtomicInteger reads = new AtomicInteger();
  public final AtomicInteger locked = new AtomicInteger();
  public volatile Throwable broken;
  public volatile TileLocks locks;
  public volatile boolean peeks;

  @Override
  public Optional<EncodedTile> read(TileKey key) throws Exception {
    reads.incrementAndGet();
    breakIfBroken();
    return Optional.ofNullable(tiles.get(key));
  }

  @Override
  public Optional<EncodedTile> peek(TileKey key) {
    if (broken instanceof RuntimeException e) {
      throw e;
    }
    return peeks ? Optional.ofNullable(tiles.get(key)) : Optional.empty();
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) throws Exception {
    breakIfBroken();
    lifespans.add(lifespan);
    tiles.put(key, tile);
  }

  @Override
  public void remove(TileKey key) {
    tiles.remove(key);
  }

  @Override
  public OptionalLong size() {
    if (broken instanceof RuntimeException e) {
      throw e;
    }
    return OptionalLong.of(tiles.values().stream().mapToLong(tile -> tile.bytes().length).sum());
  }

  @Override
  public Optional<TileLocks> locks() {
    if (broken instanceof RuntimeException e) {
      throw e;
    }
    return Optional.ofNullable(locks);
  }

  /** From now on it has a lock for everybody, and counts how often it was taken. */
  public void lockable() {
    locks =
        (key, stale) -> {
          locked.incrementAndGet();
          return () -> {};
        };
  }

  private void breakIfBroken() throws Exception {
    if (broken instanceof Exception e) {
      throw e;
    }
    if (broken instanceof Error e) {
      throw e;
    }
  }
}
