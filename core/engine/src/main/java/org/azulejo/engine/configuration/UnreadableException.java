package org.azulejo.engine.configuration;

import java.io.IOException;
import org.azulejo.api.ConfigurationException;

/** There is no telling what the configuration says, for it cannot be read at this moment. */
final class UnreadableException extends ConfigurationException {
  private UnreadableException(String message, IOException cause) {
    super(message, cause);
  }

  /**
   * Such an exception, unless it is too large: that it stays until it changes.
   *
   * @param name of the configuration, without the way to it
   */
  static ConfigurationException of(Object name, IOException cause) {
    String sentence = "The configuration %s cannot be read: %s".formatted(name, cause.getMessage());
    return cause instanceof Fetch.TooLargeException
        ? new ConfigurationException(sentence, cause)
        : new UnreadableException(sentence, cause);
  }
}
