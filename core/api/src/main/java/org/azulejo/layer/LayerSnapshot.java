package org.azulejo.layer;

import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** All layers at one moment. Immutable. */
@ProviderType
public interface LayerSnapshot {
  /** The layer of exactly this name. */
  Optional<Layer> layer(String name);

  /** Every layer, in the order of the configuration. */
  Collection<Layer> layers();

  /** What is wrong with the configuration read last, if anything; an older one is being served. */
  Optional<String> problem();

  /** The page that the configuration puts at {@code /}, if any. */
  Optional<IndexPage> index();

  /**
   * @param mediaType as in {@code Content-Type}
   */
  record IndexPage(byte[] bytes, String mediaType) {}
}
