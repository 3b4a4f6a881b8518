package org.azulejo.cache.redis;

import static org.azulejo.cache.redis.RedisServer.COMMANDS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;
import org.azulejo.cache.remote.RemoteLocks;
import redis.clients.jedis.params.SetParams;

/** Tiles in Redis, which does not tell when they were made: they seem new. An empty one is none. */
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
    byte[] bytes = server.ask(COMMANDS.get(keys.tile(key)));
    return Optional.ofNullable(bytes)
        .filter(found -> found.length > 0)
        .map(found -> new EncodedTile(key.format(), found, Instant.now()));
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) throws Exception {
    var expiry = new SetParams();
    if (!lifespan.isZero()) {
      expiry.px(Expiry.milliseconds(lifespan));
    }
    server.ask(COMMANDS.set(keys.tile(key), tile.bytes(), expiry));
  }

  @Override
  public void remove(TileKey key) throws Exception {
    server.ask(COMMANDS.del(keys.tile(key)));
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
