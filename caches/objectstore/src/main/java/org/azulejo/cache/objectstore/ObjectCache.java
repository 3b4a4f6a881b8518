package org.azulejo.cache.objectstore;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;
import org.azulejo.cache.remote.RemoteLocks;

/** Tiles as objects of a bucket, which knows when they were written. */
public final class ObjectCache implements TileCache {
  /** As TileStache; each look costs money. */
  private static final Duration POLL = Duration.ofMillis(200);

  private final Bucket bucket;
  private final ObjectKeys keys;
  private final Map<String, String> headers;
  private final Optional<TileLocks> locks;

  /**
   * @param bucket closed with this
   * @param headers for every tile that is written, beside its media type
   * @param hasLocks whether several servers are to draw one tile one after the other
   */
  public ObjectCache(
      Bucket bucket, ObjectKeys keys, Map<String, String> headers, boolean hasLocks) {
    this.bucket = bucket;
    this.keys = keys;
    this.headers = Map.copyOf(headers);
    this.locks =
        hasLocks
            ? Optional.of(new RemoteLocks(new ObjectLockStore(bucket, keys), POLL))
            : Optional.empty();
  }

  @Override
  public Optional<EncodedTile> read(TileKey key) throws Exception {
    return bucket
        .get(keys.tile(key))
        .filter(found -> found.bytes().length > 0)
        .map(found -> new EncodedTile(key.format(), found.bytes(), found.changed()));
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) throws Exception {
    var all = new HashMap<>(headers);
    all.put("Content-Type", key.format().mediaType());
    bucket.put(keys.tile(key), tile.bytes(), all);
  }

  @Override
  public void remove(TileKey key) throws Exception {
    bucket.delete(keys.tile(key), Map.of());
  }

  @Override
  public Optional<TileLocks> locks() {
    return locks;
  }

  @Override
  public void close() throws InterruptedException {
    bucket.close();
  }
}
