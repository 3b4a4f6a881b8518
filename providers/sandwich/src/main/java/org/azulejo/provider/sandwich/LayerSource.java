package org.azulejo.provider.sandwich;

import java.util.Optional;
import java.util.Set;
import org.azulejo.api.Area;
import org.azulejo.api.Format;
import org.azulejo.api.Tile;
import org.azulejo.api.TileRequest;
import org.azulejo.api.TileSource;

/** Another layer of the configuration. */
record LayerSource(TileSource layer) implements Source {
  @Override
  public Optional<int[]> pixels(TileRequest request) throws Exception {
    Area area = request.area();
    int scale = layer.scales() ? area.scale() : 1;
    Optional<Tile> tile = layer.tile(request.coordinate(), format(), scale);
    return tile.isEmpty()
        ? Optional.empty()
        : Optional.of(Picture.pixels(tile.get().image(), area.width(), area.height()));
  }

  /** A layer that is not there has no formats; asking it for PNG says why. */
  private Format format() {
    Set<Format> formats = layer.formats();
    if (formats.isEmpty() || formats.contains(Format.PNG)) {
      return Format.PNG;
    }
    return formats.stream()
        .filter(Format::isImage)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The layer \"%s\" makes no pictures to stack.".formatted(layer.name())));
  }
}
