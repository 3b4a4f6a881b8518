package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** PNG that loses nothing and is as small as we can make it, however long that takes. */
final class SmallPngEncoder implements Encoder {
  static final PngWriter UNFILTERED = new PngWriter(PngFiltering.NONE, 9);
  private static final PngWriter FILTERED = new PngWriter(PngFiltering.ADAPTIVE, 9);

  @Override
  public byte[] encode(BufferedImage image) {
    Argb picture = Argb.of(image);
    Optional<Indexed> indexed = Quantizer.exact(picture);
    return indexed.map(UNFILTERED::write).orElseGet(() -> smaller(TrueColour.of(picture)));
  }

  private static byte[] smaller(Scanlines rows) {
    byte[] unfiltered = UNFILTERED.write(rows);
    byte[] filtered = FILTERED.write(rows);
    return filtered.length < unfiltered.length ? filtered : unfiltered;
  }
}
