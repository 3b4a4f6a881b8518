package org.azulejo.cache.redis;

import static org.azulejo.cache.redis.RedisServer.COMMANDS;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.azulejo.api.TileKey;
import org.azulejo.cache.remote.LockStore;
import redis.clients.jedis.params.SetParams;

/** The locks in Redis. What depends on the value before is a script, for those are not split. */
final class RedisLockStore implements LockStore {
  private static final byte[] REPLACE =
      bytes(
          """
          if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
          redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
          return 1
          """);
  private static final byte[] REMOVE =
      bytes(
          """
          if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
          return redis.call('DEL', KEYS[1])
          """);

  private final RedisServer server;
  private final RedisKeys keys;

  RedisLockStore(RedisServer server, RedisKeys keys) {
    this.server = server;
    this.keys = keys;
  }

  @Override
  public boolean add(TileKey key, String value, Duration lifespan) throws Exception {
    var once = new SetParams().nx().px(Expiry.milliseconds(lifespan));
    return server.ask(COMMANDS.set(keys.lock(key), bytes(value), once)) != null;
  }

  @Override
  public Optional<String> holder(TileKey key) throws Exception {
    byte[] value = server.ask(COMMANDS.get(keys.lock(key)));
    return Optional.ofNullable(value).map(found -> new String(found, StandardCharsets.UTF_8));
  }

  @Override
  public boolean replace(TileKey key, String old, String value, Duration lifespan)
      throws Exception {
    String expiry = Long.toString(Expiry.milliseconds(lifespan));
    List<byte[]> values = List.of(bytes(old), bytes(value), bytes(expiry));
    Object changed = server.ask(COMMANDS.eval(REPLACE, List.of(keys.lock(key)), values));
    return Long.valueOf(1).equals(changed);
  }

  @Override
  public void remove(TileKey key, String value) throws Exception {
    server.ask(COMMANDS.eval(REMOVE, List.of(keys.lock(key)), List.of(bytes(value))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
