package org.azulejo.cache.memcache;

import java.time.Duration;
import java.util.List;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes caches in memcached from {@code {"name": "memcache", "servers": ["localhost:11211"]}}. */
@Component
@PluginName({"memcache", "TileStache.Memcache:Cache", "TileStache.Memcache.Cache"})
public final class MemcacheFactory implements CacheFactory {
  private static final Logger LOG = LoggerFactory.getLogger(MemcacheFactory.class);
  private static final String USUAL_SERVER = "127.0.0.1:11211";

  private static final OptionKey SERVERS =
      OptionKey.texts("servers")
          .or(USUAL_SERVER)
          .means("Each as host:port; the tiles are shared out among them.");
  private static final OptionKey REVISION =
      OptionKey.text("revision").or("0").means("Part of every key: another one is an empty cache.");
  private static final OptionKey PREFIX =
      OptionKey.text("key prefix")
          .or("")
          .means("What all keys begin with, before the first slash.");
  private static final OptionKey TIMEOUT =
      OptionKey.number("timeout")
          .or(2)
          .from(0.05)
          .to(60)
          .means("Seconds to wait for a connection, and as long again for an answer.");

  @Override
  public TileCache create(Options options) {
    var timeout = Duration.ofMillis((long) (options.number(TIMEOUT) * 1000));
    List<Server> servers =
        addresses(options).stream().map(address -> new Server(address, timeout)).toList();
    var keys = new MemcacheKeys(options.text(PREFIX), options.text(REVISION));
    return new MemcacheCache(servers, keys, LOG);
  }

  private static List<Address> addresses(Options options) {
    List<String> written = options.texts(SERVERS.name());
    return (written.isEmpty() ? List.of(USUAL_SERVER) : written)
        .stream().map(text -> address(text, options)).distinct().toList();
  }

  private static Address address(String text, Options options) {
    return Address.of(text)
        .orElseThrow(
            () ->
                options.problem(
                    SERVERS.name(), "expected host:port, found \"%s\".".formatted(text)));
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(SERVERS, REVISION, PREFIX, TIMEOUT);
  }
}
