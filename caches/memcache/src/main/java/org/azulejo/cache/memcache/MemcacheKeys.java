package org.azulejo.cache.memcache;

import java.nio.charset.StandardCharsets;
import org.azulejo.api.TileKey;

/**
 * TileStache's keys: {@code PREFIX/REVISION/LAYER/ZOOM/COLUMN/ROW.FORMAT}, and {@code -lock} after
 * that. Without a prefix they begin with the slash.
 */
record MemcacheKeys(String prefix, String revision) {
  /** In letters, as TileStache counts. */
  private static final int TOO_LONG = 250;

  private static final int KEPT = 100;

  /** In bytes, as memcached counts. */
  private static final int MOST_BYTES = 250;

  String tile(TileKey key) {
    return accepted(whole(key));
  }

  String made(TileKey key) {
    return accepted(whole(key) + "-made");
  }

  String lock(TileKey key) {
    return accepted(whole(key) + "-lock");
  }

  private String whole(TileKey key) {
    return shortened(prefix + "/" + revision + "/" + key);
  }

  /** As TileStache does: a digest in the place of what lies between the ends. */
  private static String shortened(String key) {
    int length = key.codePointCount(0, key.length());
    if (length < TOO_LONG) {
      return key;
    }
    int from = key.offsetByCodePoints(0, KEPT);
    int to = key.offsetByCodePoints(key.length(), -KEPT);
    return key.substring(0, from) + Digests.sha1(key.substring(from, to)) + key.substring(to);
  }

  /** Keys that memcached refuses, and with which TileStache fails, become digests. */
  private static String accepted(String key) {
    boolean isAccepted =
        key.chars().allMatch(letter -> letter > ' ' && letter != 127)
            && key.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    return isAccepted ? key : Digests.sha1(key);
  }
}
