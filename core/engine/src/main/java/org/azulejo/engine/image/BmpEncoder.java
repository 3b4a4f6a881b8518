package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** BMP in 24 bits; what is transparent becomes white. */
final class BmpEncoder implements Encoder {
  private final JavaWriters writers = new JavaWriters("bmp", parameters -> {});

  @Override
  public byte[] encode(BufferedImage image) throws IOException {
    return writers.write(Bgr.onWhite(Argb.of(image)));
  }
}
