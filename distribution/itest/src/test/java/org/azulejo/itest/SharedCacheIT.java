package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.azulejo.itest.Upstream.Fault;
import org.azulejo.testkit.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers share a cache and draw nothing twice. */
class SharedCacheIT {
  private static final int CLIENTS = 200;
  private static final int EDGE = 8;
  private static final String CONFIGURATION =
      """
      {
        "cache": %s,
        "layers": {
          "shared": {
            "provider": {
              "name": "url template",
              "template": "http://127.0.0.1:%d/?bbox=$xmin,$ymin,$xmax,$ymax&size=$width,$height",
              "timeout": 60
            },
            "metatile": {"rows": 8, "columns": 8},
            "stale lock timeout": %d
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void aCrowdAtTwoServersOnOneFolderHasAMetatileDrawnOnce() throws Exception {
    aCrowdHasAMetatileDrawnOnce(onDisk());
  }

  @Test
  void aCrowdAtTwoServersOnOneRedisHasAMetatileDrawnOnce() throws Exception {
    try (ServerProcess redis = ServerProcess.redis()) {
      aCrowdHasAMetatileDrawnOnce(in(redis));
    }
  }

  @Test
  void aServerDrawsWhatAnotherOnItsFolderDiedOver() throws Exception {
    aServerDrawsWhatAnotherDiedOver(onDisk());
  }

  @Test
  void aServerDrawsWhatAnotherOnItsRedisDiedOver() throws Exception {
    try (ServerProcess redis = ServerProcess.redis()) {
      aServerDrawsWhatAnotherDiedOver(in(redis));
    }
  }

  private String onDisk() {
    return "{\"name\": \"disk\", \"path\": \"%s\"}".formatted(folder.resolve("cache"));
  }

  private static String in(ServerProcess redis) {
    return "{\"name\": \"redis\", \"host\": \"127.0.0.1\", \"port\": %d}".formatted(redis.port());
  }

  private void aCrowdHasAMetatileDrawnOnce(String cache) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (var upstream = new Upstream(EDGE * 256);
        var one = started("one", CONFIGURATION.formatted(cache, upstream.port(), 60));
        var other = started("other", CONFIGURATION.formatted(cache, upstream.port(), 60))) {
      upstream.misbehave(Fault.SLOW);
      var questions = new ArrayList<Callable<Reply>>();
      for (int client = 0; client < CLIENTS; client++) {
        Server server = client % 2 == 0 ? one : other;
        String path = path(client / 2 % (EDGE * EDGE));
        questions.add(() -> server.get(path));
      }
      for (Future<Reply> reply : clients.invokeAll(questions)) {
        assertThat(reply.get().status()).as(reply.get().text()).isEqualTo(200);
        assertThat(reply.get().colour()).isEqualTo("336699");
      }
      assertThat(upstream.requests()).isEqualTo(1);
    } finally {
      clients.shutdownNow();
    }
  }

  private void aServerDrawsWhatAnotherDiedOver(String cache) throws Exception {
    String configuration = CONFIGURATION.formatted(cache, 0, 3);
    ExecutorService client = Executors.newSingleThreadExecutor();
    try (var upstream = new Upstream(EDGE * 256);
        var other = started("other", configuration.replace(":0/", ":" + upstream.port() + "/"))) {
      Server dying = started("dying", configuration.replace(":0/", ":" + upstream.port() + "/"));
      upstream.misbehave(Fault.SILENT);
      Future<Reply> never = client.submit(() -> dying.get(path(0)));
      Eventually.that("it draws, and holds the lock", () -> upstream.requests() == 1);
      dying.freeze();
      upstream.misbehave(Fault.NONE);
      dying.kill();
      assertThat(other.get(path(9)).colour()).isEqualTo("336699");
      assertThat(other.get(path(0)).status()).isEqualTo(200);
      assertThat(upstream.requests()).isEqualTo(2);
      assertThat(never).failsWithin(Duration.ofSeconds(30));
    } finally {
      client.shutdownNow();
    }
  }

  /** Of the tiles of one metatile. */
  private static String path(int number) {
    return "/shared/6/%d/%d.png".formatted(16 + number % EDGE, 16 + number / EDGE);
  }

  private Server started(String name, String configuration) throws IOException {
    Home home = Home.copiedTo(folder.resolve(name));
    return Server.start(home, home.configuration(configuration));
  }
}
