package org.azulejo.engine;

import org.azulejo.api.ConfigurationException;
import org.azulejo.engine.configuration.Discretion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a plug-in threw while its layer was being built into a sentence. */
final class Mishap {
  private static final Logger log = LoggerFactory.getLogger(Mishap.class);

  private Mishap() {}

  /** The sentence; whatever may hold secrets goes to the log alone. */
  static String sentence(String layer, Throwable thrown) {
    if (thrown instanceof ConfigurationException) {
      return Discretion.of(String.valueOf(thrown.getMessage()));
    }
    log.warn("The layer \"{}\" cannot be built.", layer, thrown);
    return "A plug-in failed: %s; the log says more.".formatted(thrown.getClass().getSimpleName());
  }
}
