package org.azulejo.operation;

import org.osgi.annotation.versioning.ProviderType;

/** Reads the configuration again at once, wherever it is. A service; safe for many threads. */
@ProviderType
public interface Reload {
  /**
   * Serves the configuration as it is now.
   *
   * @throws RefusedException if it cannot be read; what is served is served on, and the problem is
   *     shown
   */
  void reload() throws RefusedException;
}
