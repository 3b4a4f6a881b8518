package org.azulejo.effect.pixelate;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.azulejo.api.Effect;

/** Squares of one colour: the drawing made small and large again, always by the nearest pixel. */
final class Pixelate implements Effect {
  private final double reduction;

  /**
   * @param reduction the side of a square in pixels; less than 1 is taken as 1
   */
  Pixelate(double reduction) {
    this.reduction = Math.max(reduction, 1);
  }

  @Override
  public BufferedImage apply(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    int height = image.getHeight();
    int columns = reduced(width);
    int rows = reduced(height);
    int[] squares = new int[columns * rows];
    scale(pixels, width, height, squares, columns, rows);
    scale(squares, columns, rows, pixels, width, height);
    return image;
  }

  private int reduced(int size) {
    return Math.max((int) (size / reduction), 1);
  }

  private static void scale(
      int[] from, int width, int height, int[] target, int newWidth, int newHeight) {
    int[] columns = nearest(width, newWidth);
    int[] rows = nearest(height, newHeight);
    int at = 0;
    for (int row : rows) {
      for (int column : columns) {
        target[at++] = from[row * width + column];
      }
    }
  }

  /**
   * Which of the old pixels each of the new ones shows. The place is summed up and not multiplied,
   * so that it errs in its last digits exactly as Pillow does.
   */
  private static int[] nearest(int size, int newSize) {
    double step = (double) size / newSize;
    double place = step * 0.5;
    int[] nearest = new int[newSize];
    for (int i = 0; i < newSize; i++) {
      nearest[i] = Math.min((int) place, size - 1);
      place += step;
    }
    return nearest;
  }
}
