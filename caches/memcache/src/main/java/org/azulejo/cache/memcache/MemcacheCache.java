package org.azulejo.cache.memcache;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;
import org.azulejo.cache.remote.RemoteLocks;
import org.slf4j.Logger;

/**
 * Tiles in memcached, which does not tell when they were made: they seem new. An empty one is none.
 */
final class MemcacheCache implements TileCache {
  private final List<Server> servers;
  private final Ring ring;
  private final MemcacheKeys keys;
  private final Expiry expiry;
  private final RemoteLocks locks;
  private final Logger log;
  private final AtomicBoolean isTooLargeSaid = new AtomicBoolean();

  MemcacheCache(List<Server> servers, MemcacheKeys keys, Logger log) {
    this.servers = List.copyOf(servers);
    this.ring = new Ring(servers);
    this.keys = keys;
    this.expiry = new Expiry(InstantSource.system());
    this.locks = new RemoteLocks(new MemcacheLockStore(ring, keys, expiry));
    this.log = log;
  }

  @Override
  public Optional<EncodedTile> read(TileKey key) throws Exception {
    String name = keys.tile(key);
    Optional<Connection.Value> value = ring.serverOf(name).ask(connection -> connection.get(name));
    if (value.isEmpty() || value.get().bytes().length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new EncodedTile(key.format(), decoded(name, value.get().bytes()), Instant.now()));
  }

  private static byte[] decoded(String name, byte[] text) throws IOException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("The value of " + name + " in memcached is not base64.", e);
    }
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) throws Exception {
    String name = keys.tile(key);
    Server server = ring.serverOf(name);
    byte[] text = Base64.getEncoder().encode(tile.bytes());
    try {
      server.ask(
          connection -> {
            connection.set(name, expiry.of(lifespan), text);
            return name;
          });
    } catch (RefusedException e) {
      if (!e.isTooLarge()) {
        throw e;
      }
      sayTooLarge(key, tile, server);
    }
  }

  private void sayTooLarge(TileKey key, EncodedTile tile, Server server) {
    if (!isTooLargeSaid.getAndSet(true)) {
      log.warn(
          "The tile {} has {} bytes, more than the memcached at {} takes; such tiles are served, and"
              + " not cached. Its option -I takes larger ones.",
          key,
          tile.bytes().length,
          server.address());
    }
  }

  @Override
  public void remove(TileKey key) throws Exception {
    String name = keys.tile(key);
    ring.serverOf(name)
        .ask(
            connection -> {
              connection.delete(name);
              return name;
            });
  }

  @Override
  public Optional<TileLocks> locks() {
    return Optional.of(locks);
  }

  @Override
  public void close() throws InterruptedException {
    for (Server server : servers) {
      server.close();
    }
  }
}
