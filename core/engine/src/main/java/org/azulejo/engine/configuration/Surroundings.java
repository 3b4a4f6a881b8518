package org.azulejo.engine.configuration;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.azulejo.api.Projection;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileSource;
import org.azulejo.engine.projection.Projections;

/** What a section cannot know of itself: where it came from, and what else there is. */
public interface Surroundings {
  /** The place against which relative paths are resolved. */
  Base base();

  /** Whether a layer of this name is configured. */
  boolean hasLayer(String name);

  /** The layer of this name, looked up at each call. */
  TileSource layer(String name);

  /** The cache that a section describes. */
  TileCache cache(Section section);

  /** The projection of this name. */
  Optional<Projection> projection(String name);

  /** For sections that need nothing around them. */
  record Plain(Base base, List<TileSource> sources) implements Surroundings {
    @Override
    public boolean hasLayer(String name) {
      return sources.stream().anyMatch(named(name));
    }

    @Override
    public TileSource layer(String name) {
      return sources.stream().filter(named(name)).findFirst().orElseThrow();
    }

    @Override
    public TileCache cache(Section section) {
      throw new UnsupportedOperationException("There are no caches around this section.");
    }

    @Override
    public Optional<Projection> projection(String name) {
      return new Projections().named(name);
    }

    private static Predicate<TileSource> named(String name) {
      return source -> source.name().equals(name);
    }
  }
}
