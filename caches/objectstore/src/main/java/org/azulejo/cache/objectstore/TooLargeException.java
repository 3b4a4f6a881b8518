package org.azulejo.cache.objectstore;

import java.io.IOException;

/** An answer has more bytes than are read. */
final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  TooLargeException(long most) {
    super("An answer has more bytes than the " + most + " that are read.");
  }
}
