package org.azulejo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.azulejo.layer.Answer;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.LayerState;
import org.azulejo.layer.LayerWaitingException;
import org.azulejo.layer.Layers;
import org.junit.jupiter.api.Test;

/** What happens over time: starts and stops, plug-ins that come, clients that leave. */
class LifeTest {
  private static final int CYCLES = 10;
  private static final int CONNECTIONS = 200;

  @Test
  void nothingIsLeftOfAServerThatWasStopped() throws Exception {
    var layers = new FakeLayers(new FakeLayer("hot").holding(Sample.png(1)), slow(() -> {}));
    int port = 0;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      List<RawClient> idle = new ArrayList<>();
      try (var server = new TestServer(layers, TestServer.settings(port))) {
        port = server.port();
        for (int i = 0; i < CONNECTIONS; i++) {
          var client = new RawClient(port);
          idle.add(client);
          assertThat(client.ask("GET", "/hot/0/0/0.png").status()).isEqualTo(200);
        }
        assertThat(server.get("/slow/0/0/0.png").status()).isEqualTo(200);
      }
      for (RawClient client : idle) {
        client.close();
      }
      assertThat(ourThreads()).isEmpty();
    }
    assertThat(layers.listeners()).isZero();
  }

  private static List<String> ourThreads() throws InterruptedException {
    List<Thread> ours =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("azulejo-"))
            .toList();
    for (Thread thread : ours) {
      thread.join(5000);
    }
    return ours.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  @Test
  void aRequestThatIsRunningIsFinishedBeforeTheServerStops() throws Exception {
    var started = new CountDownLatch(1);
    var released = new CountDownLatch(1);
    var layer =
        slow(
            () -> {
              started.countDown();
              released.await();
            });
    var server = new TestServer(layer);
    CompletableFuture<Reply> reply = asking(server, "/slow/0/0/0.png");
    started.await();
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(
            () -> {
              try {
                server.close();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    released.countDown();

    assertThat(reply.get().status()).isEqualTo(200);
    stopped.get();
  }

  @Test
  void aDrawingWithoutAnEndIsNoReasonForTheProgramToLiveOn() throws Exception {
    var drawing = new LinkedBlockingQueue<Thread>();
    var released = new CountDownLatch(1);
    FakeLayer endless =
        slow(
            () -> {
              drawing.add(Thread.currentThread());
              released.await();
            });
    try (var server = new TestServer(endless)) {
      CompletableFuture<Reply> reply = asking(server, "/slow/0/0/0.png");
      assertThat(drawing.take().isDaemon()).isTrue();
      released.countDown();
      assertThat(reply.get().status()).isEqualTo(200);
    }
  }

  @Test
  void aPortThatIsTakenIsSaidSo() throws Exception {
    try (var first = new TestServer()) {
      var settings = TestServer.settings(first.port());

      assertThatThrownBy(() -> new TestServer(new FakeLayers(), settings))
          .isInstanceOf(StartFailure.class)
          .hasMessage("Another program listens at 127.0.0.1:%d already.", first.port());
      assertThat(first.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void aRequestWaitsForThePlugInAndLosesNothing() throws Exception {
    var asked = new Semaphore(0);
    var layers = new FakeLayers(waiting(asked));
    try (var server = new TestServer(layers)) {
      CompletableFuture<Reply> reply = asking(server, "/osm/0/0/0.png");
      asked.acquire();
      layers.set(waiting(asked), new FakeLayer("other"));
      asked.acquire();
      layers.set(new FakeLayer("osm").holding(Sample.png(3)));

      assertThat(reply.get().body()).hasSize(3);
    }
  }

  @Test
  void aPlugInThatComesWhileALayerIsLookedUpIsNotMissed() throws Exception {
    var blank = new FakeLayer("osm");
    blank.formats = List.of();
    blank.state = new LayerState.Waiting(List.of("provider \"mapnik\""));
    var layers = new FakeLayers(blank);
    var lookups = new AtomicInteger();
    var racing =
        new Layers() {
          @Override
          public LayerSnapshot snapshot() {
            LayerSnapshot snapshot = layers.snapshot();
            if (lookups.incrementAndGet() == 2) { // By the worker; first comes the network thread.
              layers.set(new FakeLayer("osm").holding(Sample.png(3)));
            }
            return snapshot;
          }

          @Override
          public Subscription onChange(Runnable listener) {
            return layers.onChange(listener);
          }
        };
    try (var server =
        new TestServer(racing, TestServer.settings(0, 4, 4, Duration.ofSeconds(60)))) {
      assertThat(server.get("/osm/0/0/0.png").body()).hasSize(3);
    }
  }

  @Test
  void aLayerThatIsNewAndKnowsNoFormatsYetIsWaitedForToo() throws Exception {
    var blank = new FakeLayer("osm");
    blank.formats = List.of();
    blank.state = new LayerState.Waiting(List.of("provider \"mapnik\""));
    var layers = new FakeLayers(blank);
    try (var server = new TestServer(layers, TestServer.settings(0, 4, 4, Duration.ofMillis(50)))) {
      Reply reply = server.get("/osm/0/0/0.png");

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.text()).isEqualTo("The layer \"osm\" waits for provider \"mapnik\".\n");
      assertThat(reply.headers())
          .containsEntry("retry-after", "10")
          .containsEntry("cache-control", "no-store");
    }
  }

  @Test
  void whoWaitsHoldsNoThreadAndWhoFindsNoPlaceIsRefused() throws Exception {
    var asked = new Semaphore(0);
    var layers = new FakeLayers(waiting(asked), new FakeLayer("slow").making(slow(() -> {}).tile));
    try (var server =
        new TestServer(layers, TestServer.settings(0, 1, 2, Duration.ofSeconds(60)))) {
      CompletableFuture<Reply> first = asking(server, "/osm/0/0/0.png");
      CompletableFuture<Reply> second = asking(server, "/osm/0/0/1.png");
      asked.acquire(2);
      assertThat(server.get("/slow/0/0/0.png").status()).isEqualTo(200);
      assertThat(server.get("/osm/0/0/2.png").status()).isEqualTo(503);

      layers.set(new FakeLayer("osm").holding(Sample.png(3)));
      assertThat(first.get().status()).isEqualTo(200);
      assertThat(second.get().status()).isEqualTo(200);
    }
  }

  @Test
  void aServerThatStopsKeepsNobodyWaiting() throws Exception {
    var asked = new Semaphore(0);
    CompletableFuture<Reply> reply;
    try (var server =
        new TestServer(
            new FakeLayers(waiting(asked)), TestServer.settings(0, 1, 2, Duration.ofSeconds(60)))) {
      reply = asking(server, "/osm/0/0/0.png");
      asked.acquire();
      assertThat(server.get("/").status()).isEqualTo(200);
    }
    assertThat(reply.get().status()).isEqualTo(503);
  }

  @Test
  void whatIsNotDoneWhenTheServerHasWaitedLongEnoughIsRefused() throws Exception {
    var started = new Semaphore(0);
    FakeLayer endless =
        slow(
            () -> {
              started.release();
              new CountDownLatch(1).await();
            });
    CompletableFuture<Reply> drawn;
    CompletableFuture<Reply> queued;
    try (var server =
        new TestServer(
            new FakeLayers(endless), TestServer.settings(0, 1, 2, Duration.ofSeconds(5)))) {
      drawn = asking(server, "/slow/0/0/0.png");
      started.acquire();
      queued = asking(server, "/slow/1/0/0.png");
      while (server.requests() < 2) {
        Thread.onSpinWait();
      }
    }
    for (CompletableFuture<Reply> reply : List.of(drawn, queued)) {
      assertThat(reply.get().status()).isEqualTo(503);
      assertThat(reply.get().text()).isEqualTo("The server is busy.\n");
    }
  }

  @Test
  void whatDoesNotFitIntoTheQueueIsRefusedAndHotTilesAreNot() throws Exception {
    var started = new Semaphore(0);
    var released = new CountDownLatch(1);
    var layers =
        new FakeLayers(
            new FakeLayer("hot").holding(Sample.png(1)),
            slow(
                () -> {
                  started.release();
                  released.await();
                }));
    try (var server = new TestServer(layers, TestServer.settings(0, 1, 1, Duration.ofSeconds(5)))) {
      CompletableFuture<Reply> running = asking(server, "/slow/0/0/0.png");
      started.acquire();
      Reply refused = refusal(server);
      assertThat(refused.header("retry-after")).isEqualTo("1");
      assertThat(refused.text()).isEqualTo("The server is busy.\n");
      assertThat(server.get("/hot/0/0/0.png").status()).isEqualTo(200);
      released.countDown();
      assertThat(running.get().status()).isEqualTo(200);
    }
  }

  /** The first answer that is not kept waiting, while one worker and one place are to be had. */
  private static Reply refusal(TestServer server) throws Exception {
    List<CompletableFuture<Reply>> replies = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      replies.add(asking(server, "/slow/1/0/" + i + ".png"));
    }
    Object first = CompletableFuture.anyOf(replies.toArray(CompletableFuture[]::new)).get();
    return (Reply) first;
  }

  @Test
  void workForAClientThatLeftIsDroppedAndOfOneThatHurriesNothingIsLost() throws Exception {
    var made = new AtomicInteger();
    var started = new Semaphore(0);
    var released = new CountDownLatch(1);
    var blocking =
        slow(
            () -> {
              started.release();
              released.await();
            });
    var counting =
        new FakeLayer("counting")
            .making(
                (coordinate, format, scale) -> {
                  made.incrementAndGet();
                  return new Answer.Found(
                      Sample.png(coordinate.column() + 1), Answer.Origin.DRAWING);
                });
    try (var server =
            new TestServer(
                new FakeLayers(blocking, counting),
                TestServer.settings(0, 1, 64, Duration.ofSeconds(5)));
        var hurried = new RawClient(server.port())) {
      CompletableFuture<Reply> first = asking(server, "/slow/0/0/0.png");
      started.acquire();
      hurried.send("GET /counting/5/0/0.png HTTP/1.1\r\nHost: x\r\n\r\n");
      for (int i = 1; i <= 20; i++) {
        hurried.send("GET /counting/5/" + i + "/0.png HTTP/1.1\r\nHost: x\r\n\r\n");
      }
      for (int i = 0; i < 10; i++) {
        leave(server.port(), "/counting/9/0/" + i + ".png");
      }
      Thread.sleep(300); // Whoever has waited for less is not looked after.
      released.countDown();

      assertThat(first.get().status()).isEqualTo(200);
      for (int i = 0; i <= 20; i++) {
        assertThat(hurried.read().body()).hasSize(i + 1);
      }
      assertThat(made).hasValue(21);
    }
  }

  private static void leave(int port, String path) throws Exception {
    try (var client = new RawClient(port)) {
      client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }
  }

  @Test
  void aTileMayTakeLongerThanConnectionsMayIdle() throws Exception {
    try (var server = impatient(slow(() -> Thread.sleep(1000)))) {
      var over2 = HttpRequest.newBuilder(URI.create(server.address() + "slow/0/0/0.png")).build();
      var client = HttpClient.newHttpClient();

      assertThat(server.get("/slow/0/0/0.png").status()).isEqualTo(200);
      assertThat(client.send(over2, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      assertThat(client.send(over2, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoReadsNothingIsHungUpOn() throws Exception {
    try (var server = impatient(new FakeLayer("large").holding(Sample.png(64 << 20)));
        var client = new RawClient(server.port())) {
      client.send("GET /large/0/0/0.png HTTP/1.1\r\nHost: x\r\n\r\n");
      Thread.sleep(1000); // Several times as long as it may idle.

      assertThatThrownBy(client::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whoSaysNothingOrNothingWholeIsHungUpOn() throws Exception {
    try (var server = impatient(new FakeLayer("hot").holding(Sample.png(1)));
        var silent = new RawClient(server.port());
        var halting = new RawClient(server.port());
        var finished = new RawClient(server.port())) {
      halting.send("GET /hot/0/0/0.png HT");
      finished.ask("GET", "/hot/0/0/0.png");

      for (RawClient client : List.of(silent, halting, finished)) {
        assertThatThrownBy(client::read).isInstanceOf(EOFException.class);
      }
    }
  }

  private static TestServer impatient(FakeLayer layer) throws Exception {
    var usual = TestServer.settings(0);
    var impatient =
        new Settings(
            usual.host(),
            0,
            2,
            2,
            usual.grace(),
            Duration.ofMillis(300),
            100,
            Settings.Tls.NONE,
            -1,
            "",
            false);
    return new TestServer(new FakeLayers(layer), impatient);
  }

  private interface Pause {
    void take() throws Exception;
  }

  private static FakeLayer slow(Pause pause) {
    return new FakeLayer("slow")
        .making(
            (coordinate, format, scale) -> {
              pause.take();
              return new Answer.Found(Sample.png(1), Answer.Origin.DRAWING);
            });
  }

  private static FakeLayer waiting(Semaphore asked) {
    var layer = new FakeLayer("osm");
    layer.state = new LayerState.Waiting(List.of("provider \"mapnik\""));
    return layer.making(
        (coordinate, format, scale) -> {
          asked.release();
          throw new LayerWaitingException("osm", List.of("provider \"mapnik\""));
        });
  }

  private static CompletableFuture<Reply> asking(TestServer server, String path) {
    var reply = new CompletableFuture<Reply>();
    new Thread(
            () -> {
              try {
                reply.complete(server.get(path));
              } catch (Throwable e) {
                reply.completeExceptionally(e);
              }
            })
        .start();
    return reply;
  }
}
