package org.azulejo.cache.redis;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Several servers: the client finds out which of them to ask. That it does when it is made, so it
 * is made when the first question comes, and anew when it got no answer.
 */
final class ManyNodes implements Nodes {
  private final Supplier<UnifiedJedis> maker;
  private @Nullable UnifiedJedis client;
  private boolean isClosed;

  /**
   * @param maker connects, and fails if it cannot
   */
  ManyNodes(Supplier<UnifiedJedis> maker) {
    this.maker = maker;
  }

  @Override
  public <T> T ask(CommandObject<T> question) {
    return client().executeCommand(question);
  }

  private synchronized UnifiedJedis client() {
    if (isClosed) {
      throw new JedisException("The cache is closed.");
    }
    if (client == null) {
      client = made();
    }
    return client;
  }

  /** That no server of several answers is told in another way than of one. */
  private UnifiedJedis made() {
    try {
      return maker.get();
    } catch (JedisException e) {
      throw new JedisConnectionException(e.getMessage(), e);
    }
  }

  /** The client looks after its connections. */
  @Override
  public void forget() {}

  @Override
  public synchronized void lookAgain() {
    if (client != null) {
      client.close();
      client = null;
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    lookAgain();
  }
}
