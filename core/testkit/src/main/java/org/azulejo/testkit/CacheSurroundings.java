package org.azulejo.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.azulejo.api.Options;
import org.azulejo.api.Projection;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileSource;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;

/** For a section that has caches within. */
record CacheSurroundings(Surroundings around, Function<Options, TileCache> caches)
    implements Surroundings {
  CacheSurroundings(Function<Options, TileCache> caches) {
    this(new Plain(Base.of(Path.of("")), List.of()), caches);
  }

  @Override
  public TileCache cache(Section section) {
    return caches.apply(section);
  }

  @Override
  public Base base() {
    return around.base();
  }

  @Override
  public boolean hasLayer(String name) {
    return around.hasLayer(name);
  }

  @Override
  public TileSource layer(String name) {
    return around.layer(name);
  }

  @Override
  public Optional<Projection> projection(String name) {
    return around.projection(name);
  }
}
