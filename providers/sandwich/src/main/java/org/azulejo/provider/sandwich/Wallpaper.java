package org.azulejo.provider.sandwich;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.azulejo.api.Area;
import org.azulejo.api.TileRequest;

/**
 * A picture laid out over the whole map, in the grid of all pixels of a zoom: neighbouring tiles
 * match. Where pixels are doubled, the picture's are too.
 */
record Wallpaper(Picture picture) implements Source {
  @Override
  public Optional<int[]> pixels(TileRequest request) throws Exception {
    BufferedImage image = picture.image();
    int[] source = Picture.pixels(image, image.getWidth(), image.getHeight());
    Area area = request.area();
    int[] columns =
        places(request.coordinate().column(), area.width(), area.scale(), image.getWidth());
    int[] rows = places(request.coordinate().row(), area.height(), area.scale(), image.getHeight());
    var pixels = new int[area.width() * area.height()];
    int at = 0;
    for (int row : rows) {
      int start = row * image.getWidth();
      for (int column : columns) {
        pixels[at++] = source[start + column];
      }
    }
    return Optional.of(pixels);
  }

  /** The place in the picture of each pixel along one side of a tile. */
  private static int[] places(int tile, int pixels, int scale, int period) {
    long first = (long) tile * (pixels / scale);
    var places = new int[pixels];
    for (int i = 0; i < pixels; i++) {
      places[i] = Math.floorMod(first + i / scale, period);
    }
    return places;
  }
}
