package org.azulejo.provider.proxy;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Tile;
import org.azulejo.api.UpstreamException;

/** Pictures on top of each other. */
final class Stack {
  private Stack() {}

  /**
   * The first at the bottom, each above by Porter and Duff's rule "source over destination". A
   * picture of another size is fitted in, for it shows the same ground.
   *
   * @throws UpstreamException if one of them cannot be decoded
   */
  static ImageTile of(List<? extends Tile> tiles, int width, int height) throws UpstreamException {
    var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    try {
      for (Tile tile : tiles) {
        graphics.drawImage(tile.image(), 0, 0, width, height, null);
      }
    } catch (IOException e) {
      throw new UpstreamException("A picture of the upstream server cannot be decoded.", e);
    } finally {
      graphics.dispose();
    }
    return new ImageTile(canvas);
  }
}
