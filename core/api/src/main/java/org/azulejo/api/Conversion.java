package org.azulejo.api;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;

/**
 * Pictures of any kind to ARGB pixels. Grey and ink are converted by hand, for Java would take them
 * as linear light and make every such picture brighter.
 */
final class Conversion {
  private Conversion() {}

  static BufferedImage argb(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_ARGB) {
      return image;
    }
    var target =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    switch (image.getColorModel().getColorSpace().getType()) {
      case ColorSpace.TYPE_GRAY -> copyGrey(image, pixels(target));
      case ColorSpace.TYPE_CMYK -> copyInks(image.getRaster(), pixels(target));
      default -> draw(image, target);
    }
    return target;
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /** The same pixels as with {@link BufferedImage#getRGB}, many times faster. */
  private static void draw(BufferedImage image, BufferedImage target) {
    Graphics2D graphics = target.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
  }

  private static void copyGrey(BufferedImage image, int[] pixels) {
    Raster raster = image.getRaster();
    int width = raster.getWidth();
    int drop = Math.max(0, image.getColorModel().getComponentSize(0) - 8);
    boolean hasAlpha = image.getColorModel().getTransparency() != Transparency.OPAQUE;
    int[] grey = new int[width];
    int[] alpha = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, grey);
      if (hasAlpha) {
        raster.getSamples(0, y, width, 1, 1, alpha);
      }
      for (int x = 0; x < width; x++) {
        int opacity = hasAlpha ? alpha[x] >> drop : 255;
        pixels[y * width + x] = opacity << 24 | (grey[x] >> drop) * 0x010101;
      }
    }
  }

  /** Cyan, magenta, yellow and black. */
  private static void copyInks(Raster raster, int[] pixels) {
    int drop = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    int[] inks = new int[raster.getNumBands()];
    for (int i = 0; i < pixels.length; i++) {
      raster.getPixel(i % raster.getWidth(), i / raster.getWidth(), inks);
      int light = 255 - (inks[3] >> drop);
      int red = shaded(light, inks[0] >> drop);
      int green = shaded(light, inks[1] >> drop);
      int blue = shaded(light, inks[2] >> drop);
      pixels[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
  }

  private static int shaded(int light, int ink) {
    return (light * (255 - ink) + 127) / 255;
  }
}
