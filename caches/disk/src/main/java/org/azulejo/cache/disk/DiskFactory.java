package org.azulejo.cache.disk;

import java.util.List;
import java.util.OptionalLong;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;

/** Makes caches of files from {@code {"name": "disk", "path": "tiles"}}. */
@Component
@PluginName({"disk", "TileStache.Caches:Disk", "TileStache.Caches.Disk"})
public final class DiskFactory implements CacheFactory {
  private static final List<String> GZIPPED = List.of("txt", "text", "json", "xml");

  @Override
  public TileCache create(Options options) {
    var keys = new DiskKeys(options);
    return DiskCache.of(
        keys.paths(GZIPPED), keys.umask(options.text(DiskKeys.UMASK)), limit(options));
  }

  private static OptionalLong limit(Options options) {
    return options.has(DiskKeys.LIMIT.name())
        ? OptionalLong.of((long) options.number(DiskKeys.LIMIT))
        : OptionalLong.empty();
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(
        DiskKeys.PATH, DiskKeys.UMASK, DiskKeys.DIRS, DiskKeys.gzip(GZIPPED), DiskKeys.LIMIT);
  }
}
