package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.util.function.Function;

/**
 * PNG with a palette.
 *
 * @param palette how a picture comes to have few colours
 */
record IndexedPngEncoder(Function<Argb, Indexed> palette, boolean small) implements Encoder {
  private static final PngWriter QUICK = new PngWriter(PngFiltering.NONE, 6);

  @Override
  public byte[] encode(BufferedImage image) {
    PngWriter writer = small ? SmallPngEncoder.UNFILTERED : QUICK;
    return writer.write(palette.apply(Argb.of(image)));
  }
}
