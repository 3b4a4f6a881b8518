package org.azulejo.api;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Another layer, with its cache, bounds and effects, as seen by a provider built upon it. */
@ProviderType
public interface TileSource {
  /** Its name in the configuration. */
  String name();

  Set<Format> formats();

  /**
   * The tile, or empty if that layer has none there, as outside of its bounds.
   *
   * @param scale 1, or 2 for a tile of twice the pixels
   * @throws IllegalArgumentException if the layer has no such format or scale
   * @throws Exception if the layer waits for a plug-in, failed, or could not make the tile; best
   *     passed on as it is
   */
  Optional<Tile> tile(Coordinate coordinate, Format format, int scale) throws Exception;

  /** Whether it can make tiles of twice the pixels. */
  boolean scales();
}
