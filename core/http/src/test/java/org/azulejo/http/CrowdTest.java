package org.azulejo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.azulejo.api.Coordinate;
import org.azulejo.layer.Answer;
import org.azulejo.layer.Answer.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many at once. */
class CrowdTest {
  private static final Answer TILE = new Answer.Found(Sample.png(7), Origin.DRAWING);

  private final ExecutorService clients = Executors.newCachedThreadPool();
  private final CountDownLatch allowed = new CountDownLatch(1);
  private final AtomicInteger drawings = new AtomicInteger();
  private TestServer server;

  @AfterEach
  void stop() throws Exception {
    allowed.countDown();
    clients.shutdown();
    server.close();
  }

  /** Keeps what it has drawn, for those of a crowd who come when it is done. */
  private FakeLayer slow(String name) {
    var layer = new FakeLayer(name);
    var kept = ConcurrentHashMap.<Coordinate>newKeySet();
    layer.read =
        (coordinate, format, scale) ->
            kept.contains(coordinate) ? TILE : new Answer.None(Optional.empty());
    return layer.making(
        (coordinate, format, scale) -> {
          drawings.incrementAndGet();
          allowed.await();
          kept.add(coordinate);
          return TILE;
        });
  }

  private void serve(FakeLayer... layers) throws Exception {
    var settings = TestServer.settings(0, 2, 200, Duration.ofSeconds(5));
    server = new TestServer(new FakeLayers(layers), settings);
  }

  private List<Future<Reply>> ask(int times, String path) {
    var replies = new ArrayList<Future<Reply>>();
    for (int i = 0; i < times; i++) {
      String asked = path.formatted(i);
      replies.add(clients.submit(() -> server.get(asked)));
    }
    return replies;
  }

  @Test
  void requestsForOneTileAtOnceAreOneDrawing() throws Exception {
    serve(slow("osm"));
    List<Future<Reply>> replies = ask(100, "/osm/0/0/0.png");
    while (server.requests() < 100) {
      Thread.onSpinWait();
    }
    allowed.countDown();
    for (Future<Reply> reply : replies) {
      assertThat(reply.get().status()).isEqualTo(200);
    }
    assertThat(drawings).hasValue(1);
  }

  @Test
  void aSlowLayerLeavesThreadsForOthers() throws Exception {
    serve(slow("slow"), new FakeLayer("quick").making((coordinate, format, scale) -> TILE));
    List<Future<Reply>> replies = ask(20, "/slow/5/%d/0.png");
    assertThat(server.get("/quick/0/0/0.png").status()).isEqualTo(200);
    allowed.countDown();
    for (Future<Reply> reply : replies) {
      assertThat(reply.get().status()).isEqualTo(200);
    }
  }

  @Test
  void slowDrawingsKeepNoCachedTileWaiting() throws Exception {
    FakeLayer cached = slow("cached");
    cached.read = (coordinate, format, scale) -> TILE;
    serve(slow("one"), slow("two"), cached);
    List<Future<Reply>> replies = ask(20, "/one/5/%d/0.png");
    replies.addAll(ask(20, "/two/5/%d/0.png"));
    assertThat(server.get("/cached/0/0/0.png").status()).isEqualTo(200);
    allowed.countDown();
    for (Future<Reply> reply : replies) {
      assertThat(reply.get().status()).isEqualTo(200);
    }
  }
}
