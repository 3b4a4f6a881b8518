package org.azulejo.engine;

import java.time.Duration;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;

/** For configurations without a cache. */
final class NoCache implements TileCache {
  @Override
  public Optional<EncodedTile> read(TileKey key) {
    return Optional.empty();
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) {}

  @Override
  public void remove(TileKey key) {}
}
