package org.azulejo.cache.objectstore;

import java.time.Instant;

/**
 * A thing that is good for a time.
 *
 * @param end when it is good no more; {@link Instant#MAX} if there is no such time
 */
public record Lent<T>(T thing, Instant end) {
  public Lent(T thing) {
    this(thing, Instant.MAX);
  }

  /** Without the thing, which may be a secret. */
  @Override
  public String toString() {
    return "good until " + end;
  }
}
