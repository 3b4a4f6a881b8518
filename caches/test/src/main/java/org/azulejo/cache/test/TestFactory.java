package org.azulejo.cache.test;

import java.util.List;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes caches that keep nothing from {@code {"name": "test"}}. */
@Component
@PluginName({"test", "TileStache.Caches:Test", "TileStache.Caches.Test"})
public final class TestFactory implements CacheFactory {
  private static final Logger LOG = LoggerFactory.getLogger(TestFactory.class);

  private static final OptionKey VERBOSE =
      OptionKey.flag("verbose").or(false).means("Whether each call is written to the log.");

  @Override
  public TileCache create(Options options) {
    return new TestCache(options.flag(VERBOSE), LOG);
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(VERBOSE);
  }
}
