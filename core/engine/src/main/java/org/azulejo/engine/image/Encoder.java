package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Turns ARGB pixels into the bytes of one format. Safe for many threads. */
public interface Encoder {
  byte[] encode(BufferedImage image) throws IOException;
}
