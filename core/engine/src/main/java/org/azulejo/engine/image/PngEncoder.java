package org.azulejo.engine.image;

import java.awt.image.BufferedImage;

/** PNG in all colours, quickly. */
final class PngEncoder implements Encoder {
  private static final PngWriter DRAWING = new PngWriter(PngFiltering.NONE, 3);

  @Override
  public byte[] encode(BufferedImage image) {
    return DRAWING.write(TrueColour.of(Argb.of(image)));
  }
}
