package org.azulejo.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.azulejo.api.UpstreamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosingTest {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  private final CountDownLatch released = new CountDownLatch(1);
  private Counterpart server;

  @BeforeEach
  void start() throws IOException {
    server = new Counterpart();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.close();
  }

  @Test
  void manyMayAskAtOnce() throws Exception {
    server.at("/a", Counterpart.bytes(HELLO));
    var threads = Executors.newFixedThreadPool(16);
    try (Upstream upstream = Asking.upstream("{}")) {
      var answers = new ArrayList<Future<Optional<byte[]>>>();
      for (int i = 0; i < 200; i++) {
        answers.add(threads.submit(() -> upstream.fetch(server.address("/a"))));
      }
      for (Future<Optional<byte[]>> answer : answers) {
        assertThat(answer.get()).hasValue(HELLO);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void closingBreaksOffWhatIsUnderWay() throws Exception {
    var asked = new CountDownLatch(1);
    server.at(
        "/a",
        exchange -> {
          asked.countDown();
          Asking.await(released);
        });
    var thread = Executors.newSingleThreadExecutor();
    try (Upstream upstream = Asking.upstream("{'timeout': 600}")) {
      var answer = thread.submit(() -> upstream.fetch(server.address("/a")));
      asked.await();
      upstream.close();
      assertThatThrownBy(answer::get).hasCauseInstanceOf(UpstreamException.class);
      assertThatThrownBy(() -> upstream.fetch(server.address("/a")))
          .isInstanceOf(UpstreamException.class);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void anInterruptionIsHeeded() throws Exception {
    var asked = new CountDownLatch(1);
    server.at(
        "/a",
        exchange -> {
          asked.countDown();
          Asking.await(released);
        });
    var thread = Executors.newSingleThreadExecutor();
    try (Upstream upstream = Asking.upstream("{'timeout': 600}")) {
      var outcome = new Throwable[1];
      var done = new CountDownLatch(1);
      thread.execute(
          () -> {
            try {
              upstream.fetch(server.address("/a"));
            } catch (Exception e) {
              outcome[0] = e;
            }
            done.countDown();
          });
      asked.await();
      thread.shutdownNow();
      done.await();
      assertThat(outcome[0]).isInstanceOf(InterruptedException.class);
    }
  }
}
