package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.azulejo.api.EncodedTile;

/** Bytes back to pixels. */
public final class Decoder {
  /**
   * The pixels of the tile, {@link BufferedImage#TYPE_INT_ARGB}.
   *
   * @throws IOException with a sentence, if the tile is no picture, is damaged, or is too large
   */
  public BufferedImage decode(EncodedTile tile) throws IOException {
    return tile.image();
  }
}
