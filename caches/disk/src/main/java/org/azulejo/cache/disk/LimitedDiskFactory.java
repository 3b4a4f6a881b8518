package org.azulejo.cache.disk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;

/**
 * The name that a {@code disk} with a limit has in TileStache, {@code {"name": "limited disk",
 * "path": "tiles", "limit": 1e9}}. What differs is what TileStache's has otherwise: nothing is
 * gzipped unless asked for, and a umask that is a number is that number.
 */
@Component
@PluginName({
  "limited disk",
  "TileStache.Goodies.Caches.LimitedDisk:Cache",
  "TileStache.Goodies.Caches.LimitedDisk.Cache"
})
public final class LimitedDiskFactory implements CacheFactory {
  private static final OptionKey LIMIT = DiskKeys.LIMIT.required();
  private static final OptionKey UMASK =
      DiskKeys.UMASK.means(
          "Octal: permissions that new files do not get. Without quotes, a decimal number.");

  @Override
  public TileCache create(Options options) {
    var keys = new DiskKeys(options);
    OptionalLong limit = OptionalLong.of((long) options.number(LIMIT));
    return DiskCache.of(keys.paths(List.of()), umask(options, keys), limit);
  }

  private static Umask umask(Options options, DiskKeys keys) {
    Optional<Object> value = options.value(UMASK.name());
    if (value.isPresent() && value.get() instanceof Number number) {
      return keys.umask(Long.toOctalString(number.longValue()));
    }
    return keys.umask(options.text(UMASK));
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(DiskKeys.PATH, LIMIT, UMASK, DiskKeys.DIRS, DiskKeys.gzip(List.of()));
  }
}
