package org.azulejo.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.Tile;
import org.azulejo.api.TileSource;
import org.azulejo.engine.layer.ConfiguredLayer;
import org.azulejo.layer.Answer;
import org.azulejo.layer.LayerFailedException;

/**
 * A layer by name, for the providers built upon it.
 *
 * @param layers finds the layer of a name that serves now
 */
record LayerReference(String name, Function<String, Optional<ConfiguredLayer>> layers)
    implements TileSource {
  @Override
  public Set<Format> formats() {
    return layers.apply(name).map(layer -> Set.copyOf(layer.formats())).orElse(Set.of());
  }

  @Override
  public boolean scales() {
    return layers.apply(name).map(ConfiguredLayer::scales).orElse(false);
  }

  @Override
  public Optional<Tile> tile(Coordinate coordinate, Format format, int scale) throws Exception {
    ConfiguredLayer layer =
        layers
            .apply(name)
            .orElseThrow(() -> new LayerFailedException(name, "it is not there any more."));
    Answer answer = layer.tile(coordinate, format, scale);
    return answer instanceof Answer.Found found ? Optional.of(found.tile()) : Optional.empty();
  }
}
