package org.azulejo.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.azulejo.api.Effect;
import org.azulejo.api.Provider;
import org.azulejo.api.TileCache;
import org.azulejo.engine.configuration.Discretion;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.layer.LayerSettings;
import org.azulejo.engine.plugin.Lease;
import org.jspecify.annotations.Nullable;

/** A layer that is being built: what it holds, what it lacks, what is wrong with it. */
final class Draft {
  /** Each is a few calls deep in the thread that draws. */
  private static final int MOST_FLOORS = 100;

  final @Nullable Section section;
  final Section cacheSection;
  final LayerSettings settings;
  final List<Lease<?>> leases = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> missingBelow = new LinkedHashSet<>();
  final List<String> warnings = new ArrayList<>();
  final Set<String> builtUpon = new TreeSet<>();
  @Nullable Provider provider;
  @Nullable TileCache cache;
  @Nullable String failure;

  /** How many layers are below it, one upon the other. */
  private int floors;

  /** The layer whose failure made this one fail: itself, or one that it stands on. */
  private Draft culprit = this;

  /**
   * @param section null if what stands there is no section at all
   * @param cacheSection empty if there is no cache
   */
  Draft(@Nullable Section section, Section cacheSection, LayerSettings settings) {
    this.section = section;
    this.cacheSection = cacheSection;
    this.settings = settings;
  }

  String name() {
    return settings.name();
  }

  /** Its section for people to see, without what is secret. */
  Supplier<Map<String, Object>> shown() {
    return section == null ? Map::of : new Discretion(section.json());
  }

  /** The first thing that goes wrong is what is said. */
  void fail(String sentence) {
    if (failure == null) {
      failure = sentence;
    }
  }

  /** Shares the fate of a layer that it is built upon: waits or fails with it. */
  void standOn(Draft below) {
    floors = Math.max(floors, below.floors + 1);
    if (failure != null) {
      return;
    }
    if (below.failure != null) {
      culprit = below.culprit;
      fail(
          "layers.%s: built upon the layer \"%s\", which failed: %s"
              .formatted(name(), culprit.name(), culprit.failure));
    } else if (floors > MOST_FLOORS) {
      fail("layers.%s: built upon more than %d layers.".formatted(name(), MOST_FLOORS));
    }
    for (String thing : below.missing) {
      missingBelow.add("%s for the layer \"%s\"".formatted(thing, below.name()));
    }
    missingBelow.addAll(below.missingBelow);
  }

  boolean uses(Object factory) {
    return leases.stream().anyMatch(lease -> lease.isOf(factory));
  }

  /** Everything it waits for, in words. */
  List<String> waitsFor() {
    return Stream.concat(missing.stream(), missingBelow.stream()).toList();
  }

  /** Keeps the lease, and what its plug-in said by asking. */
  <T> T keep(Lease<T> lease) {
    leases.add(lease);
    builtUpon.addAll(lease.layers());
    warnings.addAll(lease.unknownKeys());
    return lease.thing();
  }
}
