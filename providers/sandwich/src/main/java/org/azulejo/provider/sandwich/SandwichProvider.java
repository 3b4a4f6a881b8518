package org.azulejo.provider.sandwich;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.azulejo.api.Area;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;

/** Stacks slices. Safe for many threads. */
final class SandwichProvider implements TileProvider {
  private final List<Slice> slices;

  /**
   * @param slices the lowest first
   */
  SandwichProvider(List<Slice> slices) {
    this.slices = List.copyOf(slices);
  }

  @Override
  public boolean scales() {
    return true;
  }

  @Override
  public Optional<Tile> tile(TileRequest request) throws Exception {
    Area area = request.area();
    List<Slice> shown = slices.stream().filter(slice -> slice.shows(area.zoom())).toList();
    List<Foreground> stack = visible(shown, new Fetched(request));
    var image = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    if (shown.stream().allMatch(Slice::isPlain)) {
      Composition.fill(stack, pixels);
    } else {
      Composition.draw(stack, pixels, area.width());
    }
    return Optional.of(new ImageTile(image));
  }

  /** From the top down, for what is hidden need not even be asked for. */
  private static List<Foreground> visible(List<Slice> shown, Fetched fetched) throws Exception {
    var visible = new ArrayDeque<Foreground>();
    for (int i = shown.size() - 1; i >= 0; i--) {
      Optional<Foreground> foreground = shown.get(i).foreground(fetched);
      foreground.ifPresent(visible::addFirst);
      if (foreground.filter(Foreground::covers).isPresent()) {
        break;
      }
    }
    return List.copyOf(visible);
  }
}
