package org.azulejo.cache.redis;

import java.util.List;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;

/** Makes caches in Redis from {@code {"name": "redis", "host": "localhost"}}. */
@Component
@PluginName({"redis", "TileStache.Redis:Cache", "TileStache.Redis.Cache"})
public final class RedisFactory implements CacheFactory {
  private static final OptionKey PREFIX =
      OptionKey.text("key prefix")
          .or("")
          .means("What all keys begin with, before the first slash.");

  @Override
  public TileCache create(Options options) {
    return new RedisCache(new Connector(options).server(), options.text(PREFIX));
  }

  @Override
  public List<OptionKey> keys() {
    return Connector.keys(PREFIX);
  }
}
