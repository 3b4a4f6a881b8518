package org.azulejo.engine.plugin;

import java.util.List;
import java.util.Optional;
import org.azulejo.api.Projection;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileSource;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;

/**
 * Surroundings that remember which caches were made for a part of the configuration.
 *
 * @param parts added to with every cache that is asked for; safe for many threads
 */
record WithParts(Surroundings around, Workshop workshop, List<Lease<?>> parts)
    implements Surroundings {
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
  public TileCache cache(Section section) {
    try {
      Lease<TileCache> lease = workshop.lease(Kind.CACHE, section, TileCache.class);
      parts.add(lease);
      return lease.thing();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(section.where() + ": the plug-in failed.", e);
    }
  }

  @Override
  public Optional<Projection> projection(String name) {
    return around.projection(name);
  }
}
