package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** GIF with at most 256 colours; what is more than half transparent is wholly so. */
final class GifEncoder implements Encoder {
  private final JavaWriters writers = new JavaWriters("gif", parameters -> {});

  @Override
  public byte[] encode(BufferedImage image) throws IOException {
    return writers.write(Quantizer.quantize(allOrNothing(Argb.of(image))).image());
  }

  private static Argb allOrNothing(Argb picture) {
    int[] pixels = new int[picture.width() * picture.height()];
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      int start = picture.row(y);
      for (int i = start; i < start + picture.width(); i++) {
        int pixel = picture.pixels()[i];
        pixels[at++] = pixel < 0 ? pixel | Argb.OPAQUE : 0;
      }
    }
    return new Argb(pixels, 0, picture.width(), picture.width(), picture.height());
  }
}
