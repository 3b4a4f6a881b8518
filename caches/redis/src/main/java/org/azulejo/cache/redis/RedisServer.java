package org.azulejo.cache.redis;

import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import org.azulejo.cache.remote.Circuit;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A Redis that may be down. Connects at first use, and again when need be. */
final class RedisServer implements AutoCloseable {
  /** Makes what is to be asked; without state. */
  static final CommandObjects COMMANDS = new CommandObjects(RedisProtocol.RESP2);

  private final Nodes nodes;
  private final Circuit circuit;

  /**
   * @param place where it is, for messages
   */
  RedisServer(String place, Nodes nodes) {
    this.nodes = nodes;
    this.circuit = new Circuit("Redis at " + place, this::probe, RedisServer::isOutage);
  }

  private String probe() {
    nodes.lookAgain();
    return nodes.ask(COMMANDS.ping());
  }

  /** What Redis answers; fails at once while it is down. */
  <T> T ask(CommandObject<T> question) throws Exception {
    return circuit.call(() -> askTwice(question));
  }

  /** Connections that lay idle may have been closed by Redis: that says nothing about it. */
  private <T> T askTwice(CommandObject<T> question) {
    try {
      return nodes.ask(question);
    } catch (JedisConnectionException e) {
      nodes.forget();
      if (isTimeout(e)) {
        throw e;
      }
      return nodes.ask(question);
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
        || failure instanceof JedisClusterException
        || failure instanceof JedisAccessControlException && !isForbidden(failure);
  }

  /** A single command that this user may not give. */
  private static boolean isForbidden(Exception failure) {
    return String.valueOf(failure.getMessage()).startsWith("NOPERM");
  }

  @Override
  public void close() throws InterruptedException {
    nodes.close();
    circuit.close();
  }
}
