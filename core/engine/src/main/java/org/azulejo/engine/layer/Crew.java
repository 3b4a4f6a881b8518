package org.azulejo.engine.layer;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.azulejo.api.Effect;
import org.azulejo.api.Provider;
import org.azulejo.api.TileCache;
import org.azulejo.engine.image.Decoder;

/**
 * Those who work for a layer.
 *
 * @param section of the configuration, without what is secret
 * @param redrawers draw old tiles anew; may refuse
 * @param successors finds the layer of a name that serves now
 */
public record Crew(
    TileCache cache,
    List<Effect> effects,
    RecentTiles recent,
    Decoder decoder,
    InstantSource clock,
    Tally tally,
    Executor redrawers,
    Supplier<Map<String, Object>> section,
    Function<String, Optional<ConfiguredLayer>> successors) {

  Store store(LayerSettings settings) {
    return new Store(cache, settings, recent, clock);
  }

  Renderer renderer(Provider provider, LayerSettings settings) {
    return new Renderer(provider, effects, settings, decoder, clock);
  }
}
