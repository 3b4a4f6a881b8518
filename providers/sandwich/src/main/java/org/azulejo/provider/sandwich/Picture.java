package org.azulejo.provider.sandwich;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;

/** A picture that may have to be fetched. Safe for many threads. */
interface Picture {
  /** The picture, as ARGB pixels that are not to be touched. */
  BufferedImage image() throws IOException;

  /** The pixels of an ARGB image at this size; shared with the image if they can be. */
  static int[] pixels(BufferedImage image, int width, int height) {
    boolean fits = image.getWidth() == width && image.getHeight() == height;
    BufferedImage sized = fits ? image : resized(image, width, height);
    int[] pixels = ((DataBufferInt) sized.getRaster().getDataBuffer()).getData();
    // A part of a larger image shares its buffer.
    return pixels.length == width * height
        ? pixels
        : sized.getRGB(0, 0, width, height, null, 0, width);
  }

  private static BufferedImage resized(BufferedImage image, int width, int height) {
    var resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = resized.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return resized;
  }
}
