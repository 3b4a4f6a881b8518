package org.azulejo.provider.monkeycache;

import java.util.Optional;
import java.util.Set;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Tile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.UpstreamException;

/** The tiles of a cache, which it neither fills nor closes. Safe for many threads. */
final class MonkeycacheProvider implements TileProvider {
  private final TileCache cache;
  private final String layer;
  private final Format format;

  MonkeycacheProvider(TileCache cache, String layer, Format format) {
    this.cache = cache;
    this.layer = layer;
    this.format = format;
  }

  @Override
  public Set<Format> formats() {
    return Set.of(format);
  }

  @Override
  public boolean scales() {
    return format.isImage();
  }

  /** An empty tile is none: that is what a file broken off at its beginning looks like. */
  @Override
  public Optional<Tile> tile(TileRequest request) throws Exception {
    var key = new TileKey(layer, request.coordinate(), format, request.area().scale());
    return read(key).filter(tile -> tile.bytes().length > 0).map(tile -> tile);
  }

  private Optional<EncodedTile> read(TileKey key) throws Exception {
    try {
      return cache.read(key);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      throw new UpstreamException(
          "The cache that holds the tiles of the layer %s cannot be read.".formatted(layer), e);
    }
  }
}
