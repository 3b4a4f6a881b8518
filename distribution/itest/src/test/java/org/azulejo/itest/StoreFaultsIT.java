package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.azulejo.testkit.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the store of a cache, tiles are served. */
class StoreFaultsIT {
  private static final String CONFIGURATION =
      """
      {
        "layers": {
          "stored": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "cache": %1$s
          },
          "hot": {
            "provider": {"name": "sandwich", "stack": [{"color": "#654321"}]},
            "cache": {"name": "multi", "tiers": [{"name": "memory"}, %1$s]}
          },
          "plain": {
            "provider": {"name": "sandwich", "stack": [{"color": "#abcdef"}]},
            "cache": {"name": "test"}
          }
        }
      }
      """;
  private static final String TILE = "/4/3/2.png";

  @TempDir Path folder;

  @Test
  void redisMayStopDawdleAndComeBackUnderLoad() throws Exception {
    try (ServerProcess redis = ServerProcess.redis()) {
      tilesAreServedThroughout(
          redis,
          "{\"name\": \"redis\", \"host\": \"127.0.0.1\", \"port\": %d, \"timeout\": 0.5}"
              .formatted(redis.port()));
    }
  }

  @Test
  void memcachedMayStopDawdleAndComeBackUnderLoad() throws Exception {
    try (ServerProcess memcached = ServerProcess.memcached()) {
      tilesAreServedThroughout(
          memcached,
          "{\"name\": \"memcache\", \"servers\": [\"127.0.0.1:%d\"], \"timeout\": 0.5}"
              .formatted(memcached.port()));
    }
  }

  private void tilesAreServedThroughout(ServerProcess store, String cache) throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    // Every request for a stored tile is to reach the store.
    home.setting("recent.megabytes = 0");
    try (var server = Server.start(home, home.configuration(CONFIGURATION.formatted(cache)))) {
      isKept(server);
      var load = new Load();
      try (load) {
        for (String layer : List.of("stored", "hot", "plain")) {
          for (int client = 0; client < 2; client++) {
            load.client(server, "/" + layer + TILE, reply -> reply.status() == 200);
          }
        }
        store.stop();
        isServedWithout(server, load);
        store.restart();
        isKept(server);
        store.pause();
        isServedWithout(server, load);
        store.resume();
        isKept(server);
      }
      assertThat(load.failures()).isEmpty();
      Eventually.that(
          "nobody waits for the store any more",
          () -> server.threads().stream().noneMatch(name -> name.contains("waits for")));
    }
  }

  private static void isKept(Server server) throws Exception {
    Eventually.that(
        "the store is used", () -> server.get("/stored" + TILE).header("x-cache").equals("HIT"));
  }

  /** The store is out of order for as long as some more are answered of each. */
  private static void isServedWithout(Server server, Load load) throws Exception {
    Eventually.that(
        "the store is missed", () -> server.get("/stored" + TILE).header("x-cache").equals("MISS"));
    for (String layer : List.of("stored", "hot", "plain")) {
      long before = load.count("/" + layer + TILE);
      Eventually.that(layer + " is served on", () -> load.count("/" + layer + TILE) > before + 200);
    }
  }
}
