package org.azulejo.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProxySelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.azulejo.api.UpstreamException;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionPoolTest {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  private final ConnectionPool pool = new ConnectionPool("test", ProxySelector.of(null));
  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final CountDownLatch released = new CountDownLatch(1);
  private Counterpart server;

  @BeforeEach
  void start() throws IOException {
    server = new Counterpart();
    server.at("/", Counterpart.bytes(HELLO));
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.close();
  }

  @Test
  void allUpstreamsUseTheSameConnections() throws Exception {
    try (Upstream one = upstream();
        Upstream other = upstream()) {
      fetch(one);
      fetch(other);
    }
    assertThat(server.requests().get(1).getRemoteAddress())
        .isEqualTo(server.requests().get(0).getRemoteAddress());
  }

  @Test
  void manyUpstreamsNeedTheThreadOfOneClient() throws Exception {
    var upstreams = new ArrayList<Upstream>();
    for (int i = 0; i < 20; i++) {
      upstreams.add(upstream());
      fetch(upstreams.get(i));
    }
    assertThat(ours()).filteredOn(name -> name.startsWith("HttpClient")).hasSize(1);
    upstreams.forEach(Upstream::close);
  }

  @Test
  void closingOneLeavesTheOthersAtWork() throws Exception {
    var asked = new CountDownLatch(2);
    server.at(
        "/slow",
        exchange -> {
          asked.countDown();
          Asking.await(released);
          Counterpart.bytes(HELLO).handle(exchange);
        });
    var threads = Executors.newCachedThreadPool();
    try (Upstream one = upstream();
        Upstream other = upstream()) {
      var broken = threads.submit(() -> one.fetch(server.address("/slow")));
      var whole = threads.submit(() -> other.fetch(server.address("/slow")));
      asked.await();
      one.close();
      one.close();
      assertThatThrownBy(broken::get).hasCauseInstanceOf(UpstreamException.class);
      released.countDown();
      assertThat(whole.get()).hasValue(HELLO);
      fetch(other);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatIsClosedAsksNobodyAnyMore() throws Exception {
    Upstream closed = upstream();
    try (Upstream open = upstream()) {
      closed.close();
      fetch(open);
      assertThatThrownBy(() -> fetch(closed)).isInstanceOf(UpstreamException.class);
    }
    assertThatThrownBy(() -> fetch(closed)).isInstanceOf(UpstreamException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void itIsClosedWithTheLastUpstreamAndOpenedForTheNext() throws Exception {
    for (int i = 0; i < 2; i++) {
      askTwiceAndClose();
      while (!ours().isEmpty()) {
        System.gc();
        Thread.sleep(50);
      }
    }
  }

  /** In a method of its own, so that no variable holds on to the client. */
  private void askTwiceAndClose() throws Exception {
    try (Upstream one = upstream()) {
      try (Upstream other = upstream()) {
        fetch(other);
      }
      fetch(one);
      assertThat(ours()).hasSizeGreaterThan(1);
    }
  }

  private Upstream upstream() {
    return pool.upstream(TestOptions.of("{}"));
  }

  private void fetch(Upstream upstream) throws Exception {
    assertThat(upstream.fetch(server.address("/"))).hasValue(HELLO);
  }

  private List<String> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> name.startsWith("HttpClient") || name.startsWith("azulejo-test"))
        .toList();
  }
}
