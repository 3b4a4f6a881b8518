package org.azulejo.logging;

import java.util.logging.LogManager;

/**
 * Logs to the very end. The log manager of the JDK resets itself at the same time as the server
 * stops, and what is logged from then on is lost.
 */
public final class PatientLogManager extends LogManager {
  /** Does nothing: the handlers write every record at once, so there is nothing to be saved. */
  @Override
  public void reset() {}
}
