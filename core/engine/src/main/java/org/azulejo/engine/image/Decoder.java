package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.azulejo.api.EncodedTile;

/** Turns the bytes of a tile into ARGB pixels. */
public final class Decoder {
  public BufferedImage decode(EncodedTile tile) throws IOException {
    return tile.image();
  }
}
