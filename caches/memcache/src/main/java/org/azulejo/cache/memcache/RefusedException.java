package org.azulejo.cache.memcache;

import java.io.IOException;

/** The server is there, but does not do what it was asked. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedException(String answer) {
    super("memcached refuses: " + answer);
  }

  boolean isTooLarge() {
    return getMessage().contains("too large");
  }
}
