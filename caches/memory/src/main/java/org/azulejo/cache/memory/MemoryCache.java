package org.azulejo.cache.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;

/** Tiles in memory, up to a number of bytes; those used seldom give way. */
final class MemoryCache implements TileCache {
  /** Roughly the bytes of a key, a tile's object and Caffeine's node with their headers. */
  private static final int ENTRY = 250;

  private final Cache<TileKey, EncodedTile> tiles;

  /**
   * @param bytes that tiles and keys may take up
   */
  MemoryCache(long bytes) {
    tiles =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((TileKey key, EncodedTile tile) -> weight(tile))
            // No thread of its own: whoever reads or writes clears up a little.
            .executor(Runnable::run)
            .build();
  }

  private static int weight(EncodedTile tile) {
    return (int) Math.min((long) tile.bytes().length + ENTRY, Integer.MAX_VALUE);
  }

  @Override
  public Optional<EncodedTile> read(TileKey key) {
    return peek(key);
  }

  @Override
  public Optional<EncodedTile> peek(TileKey key) {
    return Optional.ofNullable(tiles.getIfPresent(key));
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) {
    tiles.put(key, tile);
  }

  @Override
  public void remove(TileKey key) {
    tiles.invalidate(key);
  }

  @Override
  public OptionalLong size() {
    return tiles.policy().eviction().orElseThrow().weightedSize();
  }

  /** Lets go of every tile; what is asked afterwards is a miss. */
  @Override
  public void close() {
    tiles.invalidateAll();
  }
}
