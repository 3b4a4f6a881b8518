package org.azulejo.api;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** What a provider makes: pixels that may still be worked on, or bytes that are finished. */
public sealed interface Tile permits ImageTile, EncodedTile {
  /**
   * The pixels, as {@link BufferedImage#TYPE_INT_ARGB}, not premultiplied. They may be shared:
   * look, do not touch.
   *
   * @throws IOException with a sentence, if the tile is no picture, is damaged, or is too large
   */
  BufferedImage image() throws IOException;
}
