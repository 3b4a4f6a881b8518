package org.azulejo.effect.blur;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.azulejo.api.Effect;

/** A Gaussian blur: three times the mean of neighbours, along the rows and then the columns. */
final class Blur implements Effect {
  private static final int PASSES = 3;
  private static final double MOST = 10_000;

  private final Box box;

  /**
   * @param radius the standard deviation in pixels; beyond 0 to 10000 is as at the ends
   */
  Blur(double radius) {
    box = Box.forGauss((float) Math.min(Math.max(radius, 0), MOST), PASSES);
  }

  @Override
  public BufferedImage apply(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    int height = image.getHeight();
    blur(pixels, new Line(width), height, 1, width);
    blur(pixels, new Line(height), width, width, 1);
    return image;
  }

  /**
   * @param step from a pixel to the next of the same line
   * @param stride from a line to the next
   */
  private void blur(int[] pixels, Line line, int count, int step, int stride) {
    for (int i = 0; i < count; i++) {
      line.read(pixels, i * stride, step);
      for (int pass = 0; pass < PASSES; pass++) {
        line.average(box);
      }
      line.write(pixels, i * stride, step);
    }
  }
}
