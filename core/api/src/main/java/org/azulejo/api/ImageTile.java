package org.azulejo.api;

import java.awt.image.BufferedImage;

/**
 * Pixels that are still to be finished: effects, cutting and encoding follow. Whoever makes one
 * hands the pixels over and does not touch them again.
 */
public record ImageTile(BufferedImage image) implements Tile {
  public ImageTile {
    image = Conversion.argb(image);
  }
}
