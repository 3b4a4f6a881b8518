package org.azulejo.api;

/** Somebody else's server took too long. */
public class UpstreamTimeoutException extends UpstreamException {
  public UpstreamTimeoutException(String message) {
    super(message);
  }

  public UpstreamTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
