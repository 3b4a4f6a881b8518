package org.azulejo.operation;

/** Somebody else has changed the configuration meanwhile; look at it again. */
public class ConflictException extends RefusedException {
  public ConflictException(String message) {
    super(message);
  }
}
