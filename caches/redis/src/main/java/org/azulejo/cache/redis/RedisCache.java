package org.azulejo.cache.redis;

import static org.azulejo.cache.redis.RedisServer.COMMANDS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;
import org.azulejo.cache.remote.Made;
import org.azulejo.cache.remote.RemoteLocks;
import redis.clients.jedis.params.SetParams;

/**
 * Tiles in Redis, which does not tell when they were made. So the moment stands beside those that
 * grow old; those without it, of TileStache for example, seem new. An empty tile is none.
 */
final class RedisCache implements TileCache {
  private final RedisServer server;
  private final RedisKeys keys;
  private final RemoteLocks locks;

  RedisCache(RedisServer server, String prefix) {
    this.server = server;
    this.keys = new RedisKeys(prefix);
    this.locks = new RemoteLocks(new RedisLockStore(server, keys));
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
    Instant made = Made.of(server.ask(COMMANDS.get(keys.made(key))));
    return Optional.of(new EncodedTile(key.format(), bytes.get(), made))
        .filter(tile -> tile.made().isAfter(moment));
  }

  private Optional<byte[]> bytes(TileKey key) throws Exception {
    return Optional.ofNullable(server.ask(COMMANDS.get(keys.tile(key))))
        .filter(found -> found.length > 0);
  }

  /** The moment comes last: if that fails, the tile seems older than it is, and not younger. */
  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) throws Exception {
    var expiry = new SetParams();
    if (!lifespan.isZero()) {
      expiry.px(Expiry.milliseconds(lifespan));
    }
    server.ask(COMMANDS.set(keys.tile(key), tile.bytes(), expiry));
    if (!lifespan.isZero()) {
      server.ask(COMMANDS.set(keys.made(key), Made.bytes(tile.made()), expiry));
    }
  }

  @Override
  public void remove(TileKey key) throws Exception {
    server.ask(COMMANDS.del(keys.tile(key)));
    server.ask(COMMANDS.del(keys.made(key)));
  }

  @Override
  public Optional<TileLocks> locks() {
    return Optional.of(locks);
  }

  @Override
  public void close() throws InterruptedException {
    server.close();
  }
}
