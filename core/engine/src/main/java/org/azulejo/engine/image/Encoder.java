package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Turns pixels into the bytes of one format. Called by many threads at once. */
@FunctionalInterface
public interface Encoder {
  /**
   * The picture as a whole file.
   *
   * @param image {@link BufferedImage#TYPE_INT_ARGB}; may be a part of a larger one, as {@link
   *     BufferedImage#getSubimage} gives it
   * @throws IOException with a sentence, if the format cannot be written here
   */
  byte[] encode(BufferedImage image) throws IOException;
}
