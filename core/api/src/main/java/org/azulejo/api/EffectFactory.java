package org.azulejo.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes effects from sections of the configuration. A service, named by {@link PluginName}. */
@ConsumerType
@FunctionalInterface
public interface EffectFactory {
  /**
   * An effect for this section. Quick: connects at first use, not here. May be called again at any
   * time.
   *
   * @throws ConfigurationException if the section cannot be used
   */
  Effect create(Options options) throws Exception;

  /** What may stand in its section, for people and forms; empty if it does not say. */
  default List<OptionKey> keys() {
    return List.of();
  }
}
