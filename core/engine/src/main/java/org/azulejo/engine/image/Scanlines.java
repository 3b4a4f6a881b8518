package org.azulejo.engine.image;

import java.util.Optional;

/** The rows of a PNG file, before they are filtered. */
interface Scanlines {
  int width();

  int height();

  /** Of a sample, in bits: 1, 2, 4 or 8. */
  int bitDepth();

  /** As in the PNG header: 2 is RGB, 3 indexed, 6 RGBA. */
  int colourType();

  /** Bytes from a sample to the same one of the next pixel, at least 1. */
  int pixelBytes();

  int rowBytes();

  /** Writes row {@code y}, {@link #rowBytes} bytes, into the buffer. */
  void row(int y, byte[] buffer, int at);

  /** The colours of indexed rows. */
  default Optional<Palette> colours() {
    return Optional.empty();
  }
}
