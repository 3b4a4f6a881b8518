package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** PNG that loses nothing: indexed if the picture has few colours, quickly written otherwise. */
final class PngEncoder implements Encoder {
  private static final PngWriter INDEXED = new PngWriter(PngFiltering.NONE, 6);
  private static final PngWriter DRAWING = new PngWriter(PngFiltering.NONE, 3);
  private static final PngWriter PHOTOGRAPH = new PngWriter(PngFiltering.ADAPTIVE, 1);

  @Override
  public byte[] encode(BufferedImage image) {
    Argb picture = Argb.of(image);
    Optional<Indexed> indexed = Quantizer.exact(picture);
    if (indexed.isPresent()) {
      return INDEXED.write(indexed.get());
    }
    return writer(picture).write(TrueColour.of(picture));
  }

  private static PngWriter writer(Argb picture) {
    return picture.isDrawn() ? DRAWING : PHOTOGRAPH;
  }
}
