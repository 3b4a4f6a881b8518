package org.azulejo.cache.remote;

import java.io.IOException;

/** The server did not answer lately, and is not asked until it does again. */
public final class ServerDownException extends IOException {
  private static final long serialVersionUID = 1;

  ServerDownException(String server, Exception cause) {
    super(
        "%s is passed over until it answers again: %s".formatted(server, cause.getMessage()),
        cause);
  }
}
