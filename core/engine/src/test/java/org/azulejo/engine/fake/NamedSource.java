package org.azulejo.engine.fake;

import java.util.Optional;
import java.util.Set;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.Tile;
import org.azulejo.api.TileSource;

/** A layer that is there and has no tiles. */
public record NamedSource(String name) implements TileSource {
  @Override
  public Set<Format> formats() {
    return Format.IMAGES;
  }

  @Override
  public Optional<Tile> tile(Coordinate coordinate, Format format, int scale) {
    return Optional.empty();
  }

  @Override
  public boolean scales() {
    return false;
  }
}
