package org.azulejo.cache.redis;

import redis.clients.jedis.CommandObject;

/** Where Redis runs: one server, a master that Sentinels watch, or a cluster. For many threads. */
interface Nodes extends AutoCloseable {
  /** What Redis answers. Connects if need be. */
  <T> T ask(CommandObject<T> question);

  /** Forgets connections that may be broken; those in use are left alone where that can be. */
  void forget();

  /** Looks anew for where to ask; called only while Redis does not answer. */
  void lookAgain();

  @Override
  void close();
}
