package org.azulejo.cache.memcache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which server has which key, by consistent hashing: a server more or less, and most keys stay
 * where they are. Points and hashes are those of libketama.
 */
final class Ring {
  private static final int DIGESTS_OF_A_SERVER = 40;

  private final NavigableMap<Integer, Server> points = new TreeMap<>(Integer::compareUnsigned);

  /**
   * @param servers at least one
   */
  Ring(List<Server> servers) {
    for (Server server : servers) {
      for (int i = 0; i < DIGESTS_OF_A_SERVER; i++) {
        ByteBuffer digest = digest(server.address() + "-" + i);
        while (digest.hasRemaining()) {
          points.put(digest.getInt(), server);
        }
      }
    }
  }

  private static ByteBuffer digest(String text) {
    return ByteBuffer.wrap(Digests.md5(text)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The server of this key; while it is down, the next one. */
  Server serverOf(String key) {
    int point = digest(key).getInt();
    return Stream.of(points.tailMap(point, true), points)
        .map(NavigableMap::values)
        .flatMap(Collection::stream)
        .filter(server -> !server.isDown())
        .findFirst()
        .orElseGet(() -> points.firstEntry().getValue());
  }
}
