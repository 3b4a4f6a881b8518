package org.azulejo.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.LogRecord;

/**
 * Writes to the standard error, but holds back what is logged until the server has started: if it
 * does not, one sentence says why, and is not to be looked for among others.
 */
public final class StartConsole extends ConsoleHandler {
  private static final int MOST_HELD = 1000;

  private final List<LogRecord> held = new ArrayList<>();
  private boolean isOpen;

  @Override
  public synchronized void publish(LogRecord line) {
    if (isOpen) {
      super.publish(line);
      return;
    }
    held.add(line);
    if (held.size() >= MOST_HELD) {
      open();
    }
  }

  /** Writes what was held back, and from now on everything at once. */
  synchronized void open() {
    isOpen = true;
    held.forEach(super::publish);
    held.clear();
  }
}
