package org.azulejo.cache.objectstore;

import java.io.IOException;

/** The store answered, and refused a single request. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;
  private final transient Refusal refusal;

  RefusedException(String message, Refusal refusal) {
    super(message);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
