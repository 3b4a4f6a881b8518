package org.azulejo.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.azulejo.api.Projection;
import org.azulejo.api.Provider;
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
import org.azulejo.engine.layer.Tally;
import org.azulejo.engine.layer.Traits;
import org.azulejo.engine.plugin.Lease;
import org.azulejo.engine.plugin.Undisturbed;
import org.azulejo.engine.plugin.Workshop;
import org.azulejo.engine.projection.Projections;
import org.azulejo.layer.Layers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All layers. Whenever something changes, every layer is built anew, the new ones are published in
 * one write, and the old ones retire: they let go of their plug-ins when their last request has
 * left. Readers never lock.
 */
final class Fleet implements Layers, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Fleet.class);

  private final Workshop workshop;
  private final RecentTiles recent;
  private final Executor redrawers;
  private final InstantSource clock;
  private final Projections projections = new Projections();
  private final Decoder decoder = new Decoder();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Traits> lastTraits = new HashMap<>();
  private final Map<String, Tally> tallies = new HashMap<>();
  private Map<String, Draft> drafts = Map.of();
  private Map<String, ConfiguredLayer> unpublished = Map.of();
  private Optional<String> problem = Optional.empty();
  private boolean isClosed;
  private volatile Configuration configuration = Configuration.none(Base.of(Path.of("")));
  private volatile Snapshot snapshot = Snapshot.EMPTY;

  /**
   * @param redrawers draw old tiles anew; may refuse
   */
  Fleet(Workshop workshop, RecentTiles recent, Executor redrawers, InstantSource clock) {
    this.workshop = workshop;
    this.recent = recent;
    this.redrawers = redrawers;
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

  /** The layers that something of this factory's works for, whether they work themselves or not. */
  synchronized Set<String> users(Object factory) {
    return drafts.values().stream()
        .filter(draft -> draft.uses(factory))
        .map(Draft::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Says what is wrong with the configuration read last; what serves serves on. */
  synchronized void refuse(String sentence) {
    if (!isClosed) {
      problem = Optional.of(sentence);
      snapshot = new Snapshot(snapshot.byName(), snapshot.index(), problem);
      tellListeners();
    }
  }

  /** Builds the layers of another configuration. */
  synchronized void take(Configuration fresh) {
    if (!isClosed) {
      configuration = fresh;
      problem = Optional.empty();
      rebuild();
    }
  }

  /**
   * Builds every layer anew, of the plug-ins that are there now.
   *
   * @return false after the end: then nothing is built
   */
  synchronized boolean rebuild() {
    if (isClosed) {
      return false;
    }
    var surroundings = new Around(configuration.base());
    var builder = new LayerBuilder(configuration, surroundings, workshop, projections, drafts);
    Map<String, Draft> fresh = new LinkedHashMap<>();
    configuration.layers().forEach((name, json) -> fresh.put(name, builder.draft(name, json)));
    Map<String, ConfiguredLayer> layers = finished(fresh);
    Snapshot before = snapshot;
    Map<String, Draft> draftsBefore = drafts;
    drafts = fresh;
    lastTraits.keySet().retainAll(layers.keySet());
    tallies.keySet().retainAll(layers.keySet());
    snapshot = new Snapshot(layers, configuration.index(), problem);
    before.byName().forEach((name, layer) -> retire(layer, draftsBefore.get(name)));
    tellListeners();
    return true;
  }

  /** Retires every layer, for good. */
  @Override
  public synchronized void close() {
    take(Configuration.none(configuration.base()));
    isClosed = true;
  }

  /** Last of all: whoever asks an old layer from then on is sent to its successor. */
  private void tellListeners() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException | LinkageError e) {
        log.warn("{} failed to hear of changed layers.", listener, e);
      }
    }
  }

  /** From the ground up: some providers have to offer what the layers below them have. */
  private Map<String, ConfiguredLayer> finished(Map<String, Draft> fresh) {
    unpublished = new HashMap<>();
    for (String name : new Foundations(fresh).settle()) {
      Draft draft = fresh.get(name);
      draft.builtUpon.forEach(below -> draft.standOn(fresh.get(below)));
      unpublished.put(name, finished(draft));
    }
    Map<String, ConfiguredLayer> inOrder = new LinkedHashMap<>();
    fresh.keySet().forEach(name -> inOrder.put(name, unpublished.get(name)));
    unpublished = Map.of();
    return inOrder;
  }

  private ConfiguredLayer finished(Draft draft) {
    var cache = draft.cache == null ? new NoCache() : draft.cache;
    var crew =
        new Crew(
            cache,
            draft.effects,
            recent,
            decoder,
            clock,
            tallies.computeIfAbsent(draft.name(), name -> new Tally(clock, System::nanoTime)),
            redrawers,
            draft.shown(),
            this::layer);
    if (draft.failure != null) {
      return ConfiguredLayer.failed(draft.settings, draft.failure, crew);
    }
    List<String> missing = draft.waitsFor();
    if (draft.provider != null && missing.isEmpty()) {
      return active(draft, draft.provider, crew);
    }
    Traits traits = lastTraits.getOrDefault(draft.name(), Traits.UNKNOWN);
    return ConfiguredLayer.waiting(draft.settings, missing, traits, crew);
  }

  private ConfiguredLayer active(Draft draft, Provider provider, Crew crew) {
    try (var calm = new Undisturbed()) {
      var layer = ConfiguredLayer.active(draft.settings, provider, draft.warnings, crew);
      lastTraits.put(draft.name(), layer.traits());
      return layer;
    } catch (RuntimeException | Error e) {
      String sentence = Mishap.sentence(draft.name(), e);
      draft.fail(sentence);
      return ConfiguredLayer.failed(draft.settings, sentence, crew);
    }
  }

  private static void retire(ConfiguredLayer layer, Draft draft) {
    layer.retire().thenRun(() -> draft.leases.forEach(Lease::release));
  }

  private Optional<ConfiguredLayer> layer(String name) {
    ConfiguredLayer fresh = Thread.holdsLock(this) ? unpublished.get(name) : null;
    return Optional.ofNullable(fresh == null ? snapshot.byName().get(name) : fresh);
  }

  /**
   * What is around every section. Sections live long: none may hold on to a configuration that is
   * no longer served.
   */
  private final class Around implements Surroundings {
    private final Base base;

    Around(Base base) {
      this.base = base;
    }

    @Override
    public Base base() {
      return base;
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
