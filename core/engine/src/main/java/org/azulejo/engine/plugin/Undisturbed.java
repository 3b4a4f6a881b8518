package org.azulejo.engine.plugin;

/**
 * A while in which a plug-in works on a thread of somebody else, such as the one that watches the
 * deploy folder. It is not interrupted when that begins, and afterwards it is interrupted if it was
 * before, whatever the plug-in did.
 */
public final class Undisturbed implements AutoCloseable {
  private final boolean wasInterrupted = Thread.interrupted();

  @Override
  public void close() {
    Thread.interrupted();
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
