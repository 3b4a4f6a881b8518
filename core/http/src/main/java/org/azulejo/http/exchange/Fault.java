package org.azulejo.http.exchange;

/**
 * Why a request was not granted.
 *
 * @param sentence one line for the client
 * @param retrySeconds after which another try makes sense; 0 if it is not known to
 */
public record Fault(int status, String sentence, int retrySeconds) {
  Fault(int status, String sentence) {
    this(status, sentence, 0);
  }

  /** Whether the same request may be granted soon, so that nobody should keep this answer. */
  public boolean isPassing() {
    return status > 500;
  }
}
