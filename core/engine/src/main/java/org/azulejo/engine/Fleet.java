package org.azulejo.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.azulejo.api.Projection;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileSource;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Configuration;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;
import org.azulejo.engine.image.Decoder;
import org.azulejo.engine.layer.ConfiguredLayer;
import org.azulejo.engine.layer.Crew;
import org.azulejo.engine.layer.RecentTiles;
import org.azulejo.engine.layer.Traits;
import org.azulejo.engine.plugin.Lease;
import org.azulejo.engine.plugin.Workshop;
import org.azulejo.engine.projection.Projections;
import org.azulejo.layer.Layers;

/**
 * All layers. Whenever something changes, every layer is built anew, the new ones are published in
 * one write, and the old ones retire: they let go of their plug-ins when their last request has
 * left. Readers never lock.
 */
final class Fleet implements Layers {
  private final Workshop workshop;
  private final RecentTiles recent;
  private final InstantSource clock;
  private final Projections projections = new Projections();
  private final Decoder decoder = new Decoder();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Traits> lastTraits = new HashMap<>();
  private Map<String, Draft> drafts = Map.of();
  private Configuration configuration = Configuration.none(Base.of(Path.of("")));
  private Optional<String> problem = Optional.empty();
  private volatile Snapshot snapshot = Snapshot.EMPTY;

  Fleet(Workshop workshop, RecentTiles recent, InstantSource clock) {
    this.workshop = workshop;
    this.recent = recent;
    this.clock = clock;
  }

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Says what is wrong with the configuration read last; what serves serves on. */
  synchronized void refuse(String sentence) {
    problem = Optional.of(sentence);
    publish(new Snapshot(snapshot.byName(), snapshot.index(), problem));
  }

  /** Builds the layers of another configuration. */
  synchronized CompletableFuture<Void> take(Configuration fresh) {
    configuration = fresh;
    problem = Optional.empty();
    return rebuild();
  }

  /**
   * Builds every layer anew, of the plug-ins that are there now.
   *
   * @return done when no request uses the layers before any more
   */
  synchronized CompletableFuture<Void> rebuild() {
    var surroundings = new Around(configuration);
    var builder = new LayerBuilder(configuration, surroundings, workshop, projections, drafts);
    Map<String, Draft> fresh = new LinkedHashMap<>();
    configuration.layers().forEach((name, json) -> fresh.put(name, builder.draft(name, json)));
    new Foundations(fresh).settle();
    Map<String, ConfiguredLayer> layers = new LinkedHashMap<>();
    fresh.forEach((name, draft) -> layers.put(name, finished(draft)));
    Snapshot before = snapshot;
    Map<String, Draft> draftsBefore = drafts;
    drafts = fresh;
    lastTraits.keySet().retainAll(layers.keySet());
    publish(new Snapshot(layers, configuration.index(), problem));
    return retire(before, draftsBefore);
  }

  private void publish(Snapshot next) {
    snapshot = next;
    listeners.forEach(Runnable::run);
  }

  private ConfiguredLayer finished(Draft draft) {
    var cache = draft.cache == null ? new NoCache() : draft.cache;
    var crew = new Crew(cache, draft.effects, recent, decoder, clock, this::layer);
    if (draft.failure == null && draft.provider != null && draft.missing.isEmpty()) {
      return active(draft, crew);
    }
    if (draft.failure != null) {
      return ConfiguredLayer.failed(draft.settings, draft.failure, crew);
    }
    Traits traits = lastTraits.getOrDefault(draft.name(), Traits.UNKNOWN);
    return ConfiguredLayer.waiting(draft.settings, draft.missing, traits, crew);
  }

  private ConfiguredLayer active(Draft draft, Crew crew) {
    try {
      var layer = ConfiguredLayer.active(draft.settings, draft.provider, draft.warnings, crew);
      lastTraits.put(draft.name(), layer.traits());
      return layer;
    } catch (RuntimeException | LinkageError e) {
      return ConfiguredLayer.failed(draft.settings, String.valueOf(e.getMessage()), crew);
    }
  }

  private static CompletableFuture<Void> retire(Snapshot before, Map<String, Draft> drafts) {
    var ends = new ArrayList<CompletableFuture<Void>>();
    before
        .byName()
        .forEach(
            (name, layer) ->
                ends.add(
                    layer
                        .retire()
                        .thenRun(() -> drafts.get(name).leases.forEach(Lease::release))
                        .toCompletableFuture()));
    return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
  }

  private Optional<ConfiguredLayer> layer(String name) {
    return Optional.ofNullable(snapshot.byName().get(name));
  }

  /** What is around every section of one configuration. */
  private final class Around implements Surroundings {
    private final Configuration configuration;

    Around(Configuration configuration) {
      this.configuration = configuration;
    }

    @Override
    public Base base() {
      return configuration.base();
    }

    @Override
    public boolean hasLayer(String name) {
      return configuration.layers().containsKey(name);
    }

    @Override
    public TileSource layer(String name) {
      return new LayerReference(name, Fleet.this::layer);
    }

    @Override
    public TileCache cache(Section section) {
      throw new UnsupportedOperationException("Caches come from the workshop.");
    }

    @Override
    public Optional<Projection> projection(String name) {
      return projections.named(name);
    }
  }
}
