package org.azulejo.provider.sandwich;

import java.util.Optional;
import java.util.Set;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileSource;

/** A sandwich as a layer, for sandwiches of sandwiches. */
record SandwichLayer(String name, TileProvider provider) implements TileSource {
  @Override
  public Set<Format> formats() {
    return provider.formats();
  }

  @Override
  public boolean scales() {
    return provider.scales();
  }

  @Override
  public Optional<Tile> tile(Coordinate coordinate, Format format, int scale) throws Exception {
    return Optional.of(new ImageTile(Sandwiches.image(provider, coordinate, 256, scale)));
  }
}
