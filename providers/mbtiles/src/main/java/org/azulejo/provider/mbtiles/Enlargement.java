package org.azulejo.provider.mbtiles;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** One picture out of a square of pictures, scaled to fit. */
final class Enlargement {
  private Enlargement() {}

  /**
   * @param pictures one, or four: row by row, from the upper left
   */
  static BufferedImage join(List<BufferedImage> pictures, int width, int height) {
    int side = pictures.size() == 4 ? 2 : 1;
    var whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = whole.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    for (int i = 0; i < pictures.size(); i++) {
      int left = i % side * width / side;
      int top = i / side * height / side;
      graphics.drawImage(pictures.get(i), left, top, width / side, height / side, null);
    }
    graphics.dispose();
    return whole;
  }
}
