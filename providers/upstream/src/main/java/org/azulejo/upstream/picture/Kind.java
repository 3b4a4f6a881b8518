package org.azulejo.upstream.picture;

import java.nio.ByteBuffer;
import org.azulejo.api.Format;

/**
 * A file format of pictures. Every method reads by position and may run out of bytes, which {@link
 * IndexOutOfBoundsException} or {@link IllegalArgumentException} tell.
 */
interface Kind {
  Format format();

  /** Whether the magic bytes at the beginning are there. */
  boolean begins(ByteBuffer bytes);

  /** Whether nothing is missing at the end, as far as that can be told without decoding. */
  boolean isWhole(ByteBuffer bytes);

  /** What the header says. */
  Size size(ByteBuffer bytes);

  /** In pixels; not yet checked. */
  record Size(int width, int height) {}
}
