package org.azulejo.cache.redis;

import java.nio.charset.StandardCharsets;
import org.azulejo.api.TileKey;

/**
 * TileStache's keys: {@code PREFIX/LAYER/ZOOM/COLUMN/ROW.FORMAT}. Without a prefix they begin with
 * the slash.
 */
record RedisKeys(String prefix) {
  byte[] tile(TileKey key) {
    return (prefix + "/" + key).getBytes(StandardCharsets.UTF_8);
  }

  byte[] made(TileKey key) {
    return (prefix + "/" + key + "-made").getBytes(StandardCharsets.UTF_8);
  }

  byte[] lock(TileKey key) {
    return (prefix + "/" + key + "-lock").getBytes(StandardCharsets.UTF_8);
  }
}
