package org.azulejo.cache.memcache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.azulejo.api.TileKey;
import org.azulejo.cache.remote.LockStore;

/** The locks in memcached. */
final class MemcacheLockStore implements LockStore {
  private final Ring ring;
  private final MemcacheKeys keys;
  private final Expiry expiry;

  MemcacheLockStore(Ring ring, MemcacheKeys keys, Expiry expiry) {
    this.ring = ring;
    this.keys = keys;
    this.expiry = expiry;
  }

  @Override
  public boolean add(TileKey key, String value, Duration lifespan) throws Exception {
    String name = keys.lock(key);
    int seconds = expiry.of(lifespan);
    return server(key).ask(connection -> connection.add(name, seconds, bytes(value)));
  }

  @Override
  public Optional<String> holder(TileKey key) throws Exception {
    return server(key)
        .ask(connection -> connection.get(keys.lock(key)))
        .map(value -> new String(value.bytes(), StandardCharsets.UTF_8));
  }

  @Override
  public boolean replace(TileKey key, String old, String value, Duration lifespan)
      throws Exception {
    return replace(key, old, value, expiry.of(lifespan));
  }

  /** There is no command that deletes by condition, but one that lets expire. */
  @Override
  public void remove(TileKey key, String value) throws Exception {
    replace(key, value, value, Expiry.AT_ONCE);
  }

  private boolean replace(TileKey key, String old, String value, int seconds) throws Exception {
    String name = keys.lock(key);
    return server(key)
        .ask(
            connection -> {
              Optional<Connection.Value> found =
                  connection.get(name).filter(held -> Arrays.equals(held.bytes(), bytes(old)));
              return found.isPresent()
                  && connection.replace(name, seconds, bytes(value), found.get().version());
            });
  }

  private Server server(TileKey key) {
    return ring.serverOf(keys.lock(key));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
