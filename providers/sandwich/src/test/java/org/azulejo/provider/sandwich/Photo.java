package org.azulejo.provider.sandwich;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.Set;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Tile;
import org.azulejo.api.TileSource;

/** A layer of smooth gradients with hard edges, many colours and 256 pixels. */
record Photo(String name) implements TileSource {
  private static final double EDGE = 255;

  @Override
  public Set<Format> formats() {
    return Format.IMAGES;
  }

  @Override
  public boolean scales() {
    return false;
  }

  @Override
  public Optional<Tile> tile(Coordinate coordinate, Format format, int scale) {
    var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
    double phase = coordinate.column() + 2.0 * coordinate.row() + coordinate.zoom();
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        image.setRGB(x, y, 0xFF000000 | color(x / EDGE, y / EDGE, phase));
      }
    }
    return Optional.of(new ImageTile(image));
  }

  private static int color(double x, double y, double phase) {
    if (Math.abs(x + y - 1) < .02) {
      return 0x050505;
    }
    if (Math.abs(x - y) < .02) {
      return 0xFAFAFA;
    }
    int blue = (int) (127 + 127 * Math.sin(6 * (x + y) + phase));
    int color = (int) (255 * x) << 16 | (int) (255 * y) << 8 | blue;
    boolean isInside = (x - .5) * (x - .5) + (y - .5) * (y - .5) < .04;
    return isInside ? 0xFFFFFF - color : color;
  }
}
