package org.azulejo.operation;

/** A change is refused, and nothing has changed; the message is a sentence for the operator. */
public class RefusedException extends Exception {
  public RefusedException(String message) {
    super(message);
  }

  public RefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
