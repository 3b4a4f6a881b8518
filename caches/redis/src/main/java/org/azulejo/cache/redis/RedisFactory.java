package org.azulejo.cache.redis;

import java.util.List;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/** Makes caches in Redis from {@code {"name": "redis", "host": "localhost"}}. */
@Component
@PluginName({"redis", "TileStache.Redis:Cache", "TileStache.Redis.Cache"})
public final class RedisFactory implements CacheFactory {
  private static final OptionKey HOST =
      OptionKey.text("host").or("localhost").means("Where Redis runs.");
  private static final OptionKey PORT =
      OptionKey.integer("port").or(6379).from(1).to(65535).means("Its port.");
  private static final OptionKey DB =
      OptionKey.integer("db").or(0).from(0).means("The number of its database.");
  private static final OptionKey PREFIX =
      OptionKey.text("key prefix")
          .or("")
          .means("What all keys begin with, before the first slash.");
  private static final OptionKey USER =
      OptionKey.text("user").or("").means("Whose password it is; the default user if empty.");
  private static final OptionKey PASSWORD =
      OptionKey.secret("password").or("").means("None if empty.");
  private static final OptionKey TLS =
      OptionKey.flag("tls").or(false).means("Whether to speak TLS, and check the certificate.");
  private static final OptionKey TIMEOUT =
      OptionKey.number("timeout")
          .or(2)
          .from(0.05)
          .to(60)
          .means("Seconds to wait for a connection, and as long again for an answer.");

  @Override
  public TileCache create(Options options) {
    var address = new HostAndPort(options.text(HOST), options.integer(PORT));
    return new RedisCache(new RedisServer(address, settings(options)), options.text(PREFIX));
  }

  private static DefaultJedisClientConfig settings(Options options) {
    var settings =
        DefaultJedisClientConfig.builder()
            // Old servers speak one protocol only, and do not know how to be asked for it.
            .serverDefaultProtocol()
            .timeoutMillis((int) (options.number(TIMEOUT) * 1000))
            .database(options.integer(DB));
    String user = options.text(USER);
    String password = options.text(PASSWORD);
    if (!user.isEmpty()) {
      settings.user(user);
    }
    if (!password.isEmpty()) {
      settings.password(password);
    }
    if (options.flag(TLS)) {
      settings.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    return settings.build();
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(HOST, PORT, DB, PREFIX, USER, PASSWORD, TLS, TIMEOUT);
  }
}
