package org.azulejo.api;

import java.io.IOException;

/**
 * Somebody else's server is to blame. The message goes to clients: no addresses, no secrets.
 *
 * <p>A provider whose upstream has no such tile gives an empty result instead.
 */
public class UpstreamException extends IOException {
  public UpstreamException(String message) {
    super(message);
  }

  public UpstreamException(String message, Throwable cause) {
    super(message, cause);
  }
}
