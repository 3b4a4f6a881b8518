package org.azulejo.engine.layer;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.jspecify.annotations.Nullable;

/**
 * Tiles read from caches within the last second or two, so that a hot tile is answered without
 * asking the disk each time. Bounded in bytes and in time: what somebody else deletes from a shared
 * cache is gone from here after two seconds at most.
 */
public final class RecentTiles {
  private static final long SPAN_MILLIS = 1000;

  private volatile long mostBytes;
  private final InstantSource clock;
  private volatile Generations generations;

  /**
   * @param mostBytes of all tiles together; 0 keeps none
   */
  public RecentTiles(long mostBytes, InstantSource clock) {
    this.mostBytes = mostBytes;
    this.clock = clock;
    this.generations = new Generations(new Generation(0), new Generation(0));
  }

  /** Changes how many bytes all tiles together may have. */
  public void limit(long bytes) {
    mostBytes = bytes;
  }

  @Nullable EncodedTile get(TileCache cache, TileKey key) {
    Generations now = current();
    var place = new Place(cache, key);
    EncodedTile tile = now.young.tiles.get(place);
    return tile != null ? tile : now.old.tiles.get(place);
  }

  void put(TileCache cache, TileKey key, EncodedTile tile) {
    Generation young = current().young;
    long size = tile.bytes().length;
    if (young.bytes.get() + size <= mostBytes / 2
        && young.tiles.put(new Place(cache, key), tile) == null) {
      young.bytes.addAndGet(size);
    }
  }

  void forget(TileCache cache, TileKey key) {
    Generations now = current();
    var place = new Place(cache, key);
    now.young.tiles.remove(place);
    now.old.tiles.remove(place);
  }

  /** Forgets everything, and with it every cache. */
  public synchronized void clear() {
    generations = new Generations(new Generation(0), new Generation(0));
  }

  private Generations current() {
    Generations now = generations;
    long time = clock.millis();
    return now.young.holds(time) ? now : turn(time);
  }

  private synchronized Generations turn(long time) {
    Generations now = generations;
    if (!now.young.holds(time)) {
      Generation old = now.young.holds(time - SPAN_MILLIS) ? now.young : new Generation(time);
      now = new Generations(new Generation(time), old);
      generations = now;
    }
    return now;
  }

  private record Place(TileCache cache, TileKey key) {}

  private record Generations(Generation young, Generation old) {}

  private static final class Generation {
    private final long began;
    private final Map<Place, EncodedTile> tiles = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    Generation(long began) {
      this.began = began;
    }

    /** Not before it began either: clocks are set back now and then. */
    boolean holds(long time) {
      return time >= began && time < began + SPAN_MILLIS;
    }
  }
}
