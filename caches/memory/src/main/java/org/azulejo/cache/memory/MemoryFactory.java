package org.azulejo.cache.memory;

import java.util.List;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;

/** Makes caches in memory from {@code {"name": "memory", "megabytes": 64}}. */
@Component
@PluginName("memory")
public final class MemoryFactory implements CacheFactory {
  private static final double MEGABYTE = 1 << 20;
  private static final OptionKey MEGABYTES =
      OptionKey.number("megabytes")
          .or(64)
          .means("For tiles and what is needed to find them, in units of 1048576 bytes.");

  @Override
  public TileCache create(Options options) {
    double megabytes = options.number(MEGABYTES);
    if (megabytes <= 0) {
      throw options.problem(
          "megabytes", "expected a number above 0, found %s.".formatted(megabytes));
    }
    return new MemoryCache((long) Math.ceil(megabytes * MEGABYTE));
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(MEGABYTES);
  }
}
