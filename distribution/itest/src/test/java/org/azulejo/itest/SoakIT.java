package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.azulejo.itest.Upstream.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many drawings, some of which fail and some of which nobody waits for. */
class SoakIT {
  private static final int RENDERS = 10_000;
  private static final int WARM = 1_000;

  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "disk", "path": "../cache"},
        "layers": {
          "drawn": {
            "provider": {
              "name": "url template",
              "template": "http://127.0.0.1:%d/?box=$xmin,$ymin,$xmax,$ymax&size=$width"
            },
            "metatile": {"rows": 2, "columns": 2, "buffer": 16},
            "pixel effect": {"name": "desaturate"}
          },
          "once": {
            "provider": {"name": "proxy", "url": "http://127.0.0.1:%1$d/{Z}/{X}/{Y}.png"}
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void memoryThreadsAndHandlesStayLevel() throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    try (var upstream = new Upstream(544);
        var server =
            Server.start(home, home.configuration(CONFIGURATION.formatted(upstream.port())))) {
      upstream.misbehave(Fault.ERROR, 20);
      draw(server, 0, WARM);
      long heap = server.heap();
      long handles = server.handles();
      int threads = server.threads().size();
      draw(server, WARM, RENDERS);
      assertThat(upstream.requests()).isGreaterThan(RENDERS * 9 / 10);
      assertThat(server.heap()).isLessThan(heap + (8 << 20));
      Eventually.that("handles are level", () -> server.handles() <= handles + 8);
      assertThat(server.threads().size()).isLessThanOrEqualTo(threads + 4);
      assertThat(server.get("/drawn/14/0/0.png").status()).isEqualTo(200);
    }
  }

  @Test
  void aHundredIdenticalRequestsAtOnceDrawOnce() throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    try (var upstream = new Upstream(256);
        var server =
            Server.start(home, home.configuration(CONFIGURATION.formatted(upstream.port())))) {
      ExecutorService clients = Executors.newFixedThreadPool(100);
      Callable<Integer> ask = () -> server.get("/once/7/5/5.png").status();
      for (var status : clients.invokeAll(IntStream.range(0, 100).mapToObj(i -> ask).toList())) {
        assertThat(status.get()).isEqualTo(200);
      }
      clients.shutdown();
      assertThat(upstream.requests()).isEqualTo(1);
    }
  }

  /** Eight clients; every twentieth request is broken off before the answer comes. */
  private static void draw(Server server, int from, int to) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<Callable<Void>> requests =
        IntStream.range(from, to).mapToObj(number -> request(server, number)).toList();
    for (var done : clients.invokeAll(requests)) {
      done.get();
    }
    clients.shutdown();
  }

  private static Callable<Void> request(Server server, int number) {
    String path = "/drawn/14/%d/%d.png".formatted(number % 100 * 2, number / 100 * 2);
    return () -> {
      if (number % 20 == 7) {
        breakOff(server, path);
      } else {
        assertThat(server.get(path).status()).isIn(200, 502);
      }
      return null;
    };
  }

  private static void breakOff(Server server, String path) throws IOException {
    try (var socket = new Socket("127.0.0.1", server.address().getPort())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
