package org.azulejo.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.azulejo.engine.layer.ConfiguredLayer;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerSnapshot;

/**
 * @param byName in the order of the configuration; not to be changed
 */
record Snapshot(
    Map<String, ConfiguredLayer> byName, Optional<IndexPage> index, Optional<String> problem)
    implements LayerSnapshot {
  static final Snapshot EMPTY = new Snapshot(Map.of(), Optional.empty(), Optional.empty());

  @Override
  public Optional<Layer> layer(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public Collection<Layer> layers() {
    return Collections.unmodifiableCollection(byName.values());
  }
}
