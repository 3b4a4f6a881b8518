package org.azulejo.engine.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.azulejo.layer.LayerSnapshot.IndexPage;

/**
 * A configuration that could be read; what its layers mean is found out later.
 *
 * @param cache the section of the cache that all layers share, if any
 * @param layers sections by name, in order
 * @param logging the level asked for, if any
 */
public record Configuration(
    Base base,
    Optional<JsonNode> cache,
    Map<String, JsonNode> layers,
    Optional<IndexPage> index,
    Optional<String> logging) {

  /** One without layers, for want of a better. */
  public static Configuration none(Base base) {
    return new Configuration(base, Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
  }
}
