package org.azulejo.engine.fake;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.azulejo.api.Area;
import org.azulejo.api.AreaProvider;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Tile;

/** Draws areas in which every pixel says where it is, and remembers them. */
public class Painter implements AreaProvider {
  public final List<Area> areas = new CopyOnWriteArrayList<>();
  public final AtomicInteger closed = new AtomicInteger();

  @Override
  public Optional<Tile> draw(Area area) throws Exception {
    areas.add(area);
    return Optional.of(new ImageTile(picture(area.width(), area.height())));
  }

  public static BufferedImage picture(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixel(x, y));
      }
    }
    return image;
  }

  /** The colour at this place of a drawing. */
  public static int pixel(int x, int y) {
    return 0xFF000000 | x << 12 | y;
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
