package org.azulejo.cache.redis;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/** Reads where Redis is and how to speak with it. Connects to nothing yet. */
final class Connector {
  private static final int MOST_CONNECTIONS = 64;
  private static final OptionKey HOST =
      OptionKey.text("host").or("localhost").means("Where Redis runs.");
  private static final OptionKey PORT =
      OptionKey.integer("port").or(6379).from(1).to(65535).means("Its port.");
  private static final OptionKey DB =
      OptionKey.integer("db").or(0).from(0).means("The number of its database.");
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
  private static final OptionKey SENTINELS =
      OptionKey.texts("sentinels").means("host:port of Sentinels, which know where Redis runs.");
  private static final OptionKey MASTER =
      OptionKey.text("master name").or("mymaster").means("What the Sentinels call it.");
  private static final OptionKey SENTINEL_PASSWORD =
      OptionKey.secret("sentinel password").or("").means("That of the Sentinels; none if empty.");
  private static final OptionKey CLUSTER =
      OptionKey.texts("cluster").means("host:port of nodes of a cluster; a few are enough.");

  private final Options options;
  private final int timeout;

  Connector(Options options) {
    this.options = options;
    this.timeout = (int) (options.number(TIMEOUT) * 1000);
  }

  static List<OptionKey> keys(OptionKey prefix) {
    return List.of(
        HOST,
        PORT,
        DB,
        prefix,
        USER,
        PASSWORD,
        TLS,
        TIMEOUT,
        SENTINELS,
        MASTER,
        SENTINEL_PASSWORD,
        CLUSTER);
  }

  RedisServer server() {
    boolean isWatched = options.has("sentinels");
    boolean isCluster = options.has("cluster");
    if (isWatched && isCluster) {
      throw options.problem("cluster", "expected either a cluster or sentinels, found both.");
    }
    if (isWatched) {
      return watched(addresses("sentinels"));
    }
    return isCluster ? cluster(addresses("cluster")) : single();
  }

  private RedisServer single() {
    var address = new HostAndPort(options.text(HOST), options.integer(PORT));
    return new RedisServer(address.toString(), new OneNode(address, settings().build(), pool()));
  }

  private RedisServer watched(Set<HostAndPort> sentinels) {
    String master = options.text(MASTER);
    var settings = settings().build();
    var theirs = withPassword(base(), "", SENTINEL_PASSWORD).build();
    return new RedisServer(
        master,
        new ManyNodes(
            () ->
                RedisSentinelClient.builder()
                    .masterName(master)
                    .sentinels(sentinels)
                    .sentinelClientConfig(theirs)
                    .clientConfig(settings)
                    .poolConfig(pool())
                    .build()));
  }

  private RedisServer cluster(Set<HostAndPort> nodes) {
    if (options.integer(DB) != 0) {
      throw options.problem("db", "a cluster has only the database 0.");
    }
    var settings = settings().build();
    return new RedisServer(
        nodes.iterator().next().toString(),
        new ManyNodes(
            () ->
                RedisClusterClient.builder()
                    .nodes(nodes)
                    .clientConfig(settings)
                    .poolConfig(pool())
                    .maxTotalRetriesDuration(Duration.ofMillis(timeout))
                    .build()));
  }

  private Set<HostAndPort> addresses(String key) {
    var addresses = new LinkedHashSet<HostAndPort>();
    for (String text : options.texts(key)) {
      if (!text.matches(".+:\\d{1,5}")) {
        throw options.problem(key, "expected host:port, found \"%s\".".formatted(text));
      }
      addresses.add(HostAndPort.from(text));
    }
    if (addresses.isEmpty()) {
      throw options.problem(key, "expected at least one host:port, found none.");
    }
    return addresses;
  }

  private DefaultJedisClientConfig.Builder settings() {
    return withPassword(base().database(options.integer(DB)), options.text(USER), PASSWORD);
  }

  private DefaultJedisClientConfig.Builder base() {
    var settings =
        DefaultJedisClientConfig.builder()
            // Old servers speak one protocol only, and do not know how to be asked for it.
            .serverDefaultProtocol()
            .timeoutMillis(timeout);
    if (options.flag(TLS)) {
      settings.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    return settings;
  }

  private DefaultJedisClientConfig.Builder withPassword(
      DefaultJedisClientConfig.Builder settings, String user, OptionKey key) {
    String password = options.text(key);
    if (!user.isEmpty()) {
      settings.user(user);
    }
    if (!password.isEmpty()) {
      settings.password(password);
    }
    return settings;
  }

  /** No thread that looks for idle connections, and nothing in the registry of MBeans. */
  private ConnectionPoolConfig pool() {
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(MOST_CONNECTIONS);
    pool.setMaxIdle(MOST_CONNECTIONS);
    pool.setMaxWait(Duration.ofMillis(timeout));
    pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
    pool.setJmxEnabled(false);
    return pool;
  }
}
