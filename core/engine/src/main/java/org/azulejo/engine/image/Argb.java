package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;

/**
 * The pixels of a picture where they are, without copying: ARGB, not premultiplied.
 *
 * @param offset of the first pixel of the first row
 * @param stride from a row to the next; more than the width in a part of a larger picture
 */
record Argb(int[] pixels, int offset, int stride, int width, int height) {
  static final int OPAQUE = 0xFF000000;

  static Argb of(BufferedImage image) {
    if (image.getType() != BufferedImage.TYPE_INT_ARGB) {
      throw new IllegalArgumentException("Only pictures of TYPE_INT_ARGB can be encoded.");
    }
    WritableRaster raster = image.getRaster();
    var model = (SinglePixelPackedSampleModel) raster.getSampleModel();
    var buffer = (DataBufferInt) raster.getDataBuffer();
    int first =
        model.getOffset(-raster.getSampleModelTranslateX(), -raster.getSampleModelTranslateY());
    return new Argb(
        buffer.getData(),
        buffer.getOffset() + first,
        model.getScanlineStride(),
        image.getWidth(),
        image.getHeight());
  }

  /** Where the row begins in {@link #pixels}. */
  int row(int y) {
    return offset + y * stride;
  }

  boolean isOpaque() {
    for (int y = 0; y < height; y++) {
      if (!isOpaque(row(y))) {
        return false;
      }
    }
    return true;
  }

  private boolean isOpaque(int start) {
    int together = OPAQUE;
    for (int i = start; i < start + width; i++) {
      together &= pixels[i];
    }
    return together == OPAQUE;
  }

  /**
   * Whether the picture looks drawn, with areas of one colour, rather than photographed: a pixel in
   * four or more is as its left neighbour. Looks at every fourth row.
   */
  boolean isDrawn() {
    int equal = 0;
    int seen = 1;
    for (int y = 0; y < height; y += 4) {
      int start = row(y);
      for (int i = start + 1; i < start + width; i++) {
        if (pixels[i] == pixels[i - 1]) {
          equal++;
        }
      }
      seen += width - 1;
    }
    return equal * 4L >= seen;
  }
}
