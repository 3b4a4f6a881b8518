package org.azulejo.admin.job;

import org.azulejo.operation.Installer;

/** What a job does. Closed in any case, whether it was done or not. */
@FunctionalInterface
public interface Work extends AutoCloseable {
  /**
   * Does it.
   *
   * @return a sentence that says what has come of it
   */
  String run(Installer.Progress progress) throws Exception;

  @Override
  default void close() throws Exception {}
}
