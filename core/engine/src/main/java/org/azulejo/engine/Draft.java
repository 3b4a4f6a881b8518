package org.azulejo.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.azulejo.api.Effect;
import org.azulejo.api.Provider;
import org.azulejo.api.TileCache;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.layer.LayerSettings;
import org.azulejo.engine.plugin.Lease;
import org.jspecify.annotations.Nullable;

/** A layer that is being built: what it holds, what it lacks, what is wrong with it. */
final class Draft {
  final @Nullable Section section;
  final LayerSettings settings;
  final List<Lease<?>> leases = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  final List<String> missing = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  final Set<String> builtUpon = new TreeSet<>();
  @Nullable Provider provider;
  @Nullable TileCache cache;
  @Nullable String failure;

  /**
   * @param section null if what stands there is no section at all
   */
  Draft(@Nullable Section section, LayerSettings settings) {
    this.section = section;
    this.settings = settings;
  }

  String name() {
    return settings.name();
  }

  boolean isWhole() {
    return failure == null && missing.isEmpty();
  }

  /** The first thing that goes wrong is what is said. */
  void fail(String sentence) {
    if (failure == null) {
      failure = sentence;
    }
  }

  /** Keeps the lease, and what its plug-in said by asking. */
  <T> T keep(Lease<T> lease) {
    leases.add(lease);
    builtUpon.addAll(lease.layers());
    warnings.addAll(lease.unknownKeys());
    return lease.thing();
  }
}
