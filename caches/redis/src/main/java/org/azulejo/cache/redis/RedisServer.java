package org.azulejo.cache.redis;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import org.azulejo.cache.remote.Circuit;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A Redis that may be down. Connects at first use, and again when need be. */
final class RedisServer implements AutoCloseable {
  /** Makes what is to be asked; without state. */
  static final CommandObjects COMMANDS = new CommandObjects(RedisProtocol.RESP2);

  private static final int MOST_CONNECTIONS = 64;

  private final ConnectionPool pool;
  private final Circuit circuit;

  RedisServer(HostAndPort address, JedisClientConfig settings) {
    this.pool = new ConnectionPool(address, settings, pool(settings.getConnectionTimeoutMillis()));
    this.circuit =
        new Circuit("Redis at " + address, () -> askOnce(COMMANDS.ping()), RedisServer::isOutage);
  }

  /** No thread that looks for idle connections, and nothing in the registry of MBeans. */
  private static ConnectionPoolConfig pool(int timeout) {
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(MOST_CONNECTIONS);
    pool.setMaxIdle(MOST_CONNECTIONS);
    pool.setMaxWait(Duration.ofMillis(timeout));
    pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
    pool.setJmxEnabled(false);
    return pool;
  }

  /** What Redis answers; fails at once while it is down. */
  <T> T ask(CommandObject<T> question) throws Exception {
    return circuit.call(() -> askTwice(question));
  }

  /** Connections that lay idle may have been closed by Redis: that says nothing about it. */
  private <T> T askTwice(CommandObject<T> question) {
    try {
      return askOnce(question);
    } catch (JedisConnectionException e) {
      pool.clear();
      if (isTimeout(e)) {
        throw e;
      }
      return askOnce(question);
    }
  }

  private <T> T askOnce(CommandObject<T> question) {
    try (Connection connection = pool.getResource()) {
      return connection.executeCommand(question);
    }
  }

  /** Why it could not connect, the client only tells beside the cause. */
  private static boolean isTimeout(Throwable failure) {
    return failure instanceof SocketTimeoutException
        || failure.getCause() != null && isTimeout(failure.getCause())
        || Stream.of(failure.getSuppressed()).anyMatch(RedisServer::isTimeout);
  }

  /** Wrong passwords, too: they stay wrong until somebody mends that. */
  private static boolean isOutage(Exception failure) {
    return failure instanceof JedisConnectionException
        || failure instanceof JedisAccessControlException && !isForbidden(failure);
  }

  /** A single command that this user may not give. */
  private static boolean isForbidden(Exception failure) {
    return String.valueOf(failure.getMessage()).startsWith("NOPERM");
  }

  @Override
  public void close() throws InterruptedException {
    pool.close();
    circuit.close();
  }
}
