package org.azulejo.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.Layers;

/** Layers in memory. */
final class FakeLayers implements Layers {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Snapshot snapshot = new Snapshot(Map.of(), Optional.empty(), Optional.empty());

  FakeLayers(FakeLayer... layers) {
    set(layers);
  }

  void set(FakeLayer... layers) {
    var named = new LinkedHashMap<String, Layer>();
    for (FakeLayer layer : layers) {
      named.put(layer.name, layer);
    }
    change(new Snapshot(named, snapshot.problem, snapshot.index));
  }

  void problem(String problem) {
    change(new Snapshot(snapshot.named, Optional.of(problem), snapshot.index));
  }

  void index(LayerSnapshot.IndexPage page) {
    change(new Snapshot(snapshot.named, snapshot.problem, Optional.of(page)));
  }

  int listeners() {
    return listeners.size();
  }

  private void change(Snapshot changed) {
    snapshot = changed;
    listeners.forEach(Runnable::run);
  }

  @Override
  public LayerSnapshot snapshot() {
    return snapshot;
  }

  @Override
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private record Snapshot(
      Map<String, Layer> named, Optional<String> problem, Optional<IndexPage> index)
      implements LayerSnapshot {
    @Override
    public Optional<Layer> layer(String name) {
      return Optional.ofNullable(named.get(name));
    }

    @Override
    public Collection<Layer> layers() {
      return named.values();
    }
  }
}
