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
import org.azulejo.layer.LayerState;

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
    if (layer.state() instanceof LayerState.Active) {
      check(layer, format, scale);
    }
    Answer answer = layer.tile(coordinate, format, scale);
    return answer instanceof Answer.Found found ? Optional.of(found.tile()) : Optional.empty();
  }

  private void check(ConfiguredLayer layer, Format format, int scale) {
    if (!layer.formats().contains(format)) {
      throw new IllegalArgumentException(
          "The layer \"%s\" has no tiles in the format %s.".formatted(name, format));
    }
    if (scale != 1 && !(scale == 2 && layer.scales())) {
      throw new IllegalArgumentException(
          "The layer \"%s\" has no tiles of scale %d.".formatted(name, scale));
    }
  }
}
