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
import org.azulejo.cache.remote.Made;
import org.azulejo.cache.remote.RemoteLocks;
import org.slf4j.Logger;

/**
 * Tiles in memcached, which does not tell when they were made. So the moment stands beside those
 * that grow old; those without it, of TileStache for example, seem new. An empty tile is none.
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
    return bytes(key).map(found -> new EncodedTile(key.format(), found, Instant.now()));
  }

  @Override
  public Optional<EncodedTile> readSince(TileKey key, Instant moment) throws Exception {
    if (moment.equals(Instant.MIN)) {
      return read(key);
    }
    Optional<byte[]> bytes = bytes(key);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    String name = keys.made(key);
    Optional<Connection.Value> made = serverOf(key).ask(connection -> connection.get(name));
    var tile =
        new EncodedTile(
            key.format(), bytes.get(), Made.of(made.map(Connection.Value::bytes).orElse(null)));
    return Optional.of(tile).filter(found -> found.made().isAfter(moment));
  }

  private Optional<byte[]> bytes(TileKey key) throws Exception {
    String name = keys.tile(key);
    Optional<Connection.Value> value = serverOf(key).ask(connection -> connection.get(name));
    if (value.isEmpty() || value.get().bytes().length == 0) {
      return Optional.empty();
    }
    return Optional.of(decoded(name, value.get().bytes()));
  }

  /** All that belongs to a tile is where the tile is. */
  private Server serverOf(TileKey key) {
    return ring.serverOf(keys.tile(key));
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
    Server server = serverOf(key);
    byte[] text = Base64.getEncoder().encode(tile.bytes());
    try {
      set(server, keys.tile(key), text, lifespan);
      if (!lifespan.isZero()) {
        set(server, keys.made(key), Made.bytes(tile.made()), lifespan);
      }
    } catch (RefusedException e) {
      if (!e.isTooLarge()) {
        throw e;
      }
      sayTooLarge(key, tile, server);
    }
  }

  private void set(Server server, String name, byte[] value, Duration lifespan) throws Exception {
    server.ask(
        connection -> {
          connection.set(name, expiry.of(lifespan), value);
          return name;
        });
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
    for (String name : List.of(keys.tile(key), keys.made(key))) {
      serverOf(key)
          .ask(
              connection -> {
                connection.delete(name);
                return name;
              });
    }
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
