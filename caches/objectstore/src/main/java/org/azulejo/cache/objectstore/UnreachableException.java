package org.azulejo.cache.objectstore;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A server did not answer, or not what it should if it were in order. */
public class UnreachableException extends IOException {
  private static final long serialVersionUID = 1;

  public UnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public UnreachableException(String message) {
    super(message);
  }
}
