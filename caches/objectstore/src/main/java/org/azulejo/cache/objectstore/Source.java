package org.azulejo.cache.objectstore;

import java.io.IOException;

/** Where something comes from that may have to be asked for. */
@FunctionalInterface
public interface Source<T> {
  /**
   * @throws IOException if there is none, with a sentence that says what to do
   */
  T get() throws IOException, InterruptedException;
}
