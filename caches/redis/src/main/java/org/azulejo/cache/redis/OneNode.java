package org.azulejo.cache.redis;

import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/** One server. */
final class OneNode implements Nodes {
  private final ConnectionPool pool;

  OneNode(HostAndPort address, JedisClientConfig settings, ConnectionPoolConfig pool) {
    this.pool = new ConnectionPool(address, settings, pool);
  }

  @Override
  public <T> T ask(CommandObject<T> question) {
    try (Connection connection = pool.getResource()) {
      return connection.executeCommand(question);
    }
  }

  @Override
  public void forget() {
    pool.clear();
  }

  /** It is where it was. */
  @Override
  public void lookAgain() {}

  @Override
  public void close() {
    pool.close();
  }
}
