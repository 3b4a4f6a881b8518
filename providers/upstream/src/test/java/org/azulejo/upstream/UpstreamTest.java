package org.azulejo.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.AbstractThrowableAssert;
import org.azulejo.api.UpstreamException;
import org.azulejo.api.UpstreamTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UpstreamTest {
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
  void bytesComeAsTheyAre() throws Exception {
    server.at("/a", Counterpart.bytes(HELLO));
    assertThat(fetch("{}", "/a?q=1")).hasValue(HELLO);
    assertThat(server.requests().get(0).getRequestURI()).hasToString("/a?q=1");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 404, 410})
  void someAnswersMeanThatThereIsNothing(int status) throws Exception {
    server.at("/a", Counterpart.status(status));
    assertThat(fetch("{}", "/a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 206, 300, 304, 400, 401, 403, 429, 500, 503})
  void otherAnswersAreFaultsAndToldByTheirNumber(int status) {
    server.at("/a", Counterpart.status(status));
    fails("{}", "/a").hasMessageContaining(String.valueOf(status));
  }

  @Test
  void aServerThatIsSilentIsNotWaitedForBeyondTheTimeout() {
    server.at("/a", exchange -> Asking.await(released));
    fails("{'timeout': 0.2}", "/a").isInstanceOf(UpstreamTimeoutException.class);
  }

  @Test
  void aServerThatDripsIsNotWaitedForEither() throws Exception {
    var noticed = new CountDownLatch(1);
    server.at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try {
            drip(exchange.getResponseBody());
          } catch (IOException e) {
            noticed.countDown();
          }
        });
    try (Upstream upstream = Asking.upstream("{'timeout': 0.3}")) {
      assertThatThrownBy(() -> upstream.fetch(server.address("/a")))
          .isInstanceOf(UpstreamTimeoutException.class);
      // The connection was given up, not only the waiting.
      noticed.await();
    }
  }

  @Test
  void redirectsDoNotProlongTheTimeout() {
    server.at(
        "/a",
        exchange -> {
          Asking.pause(150);
          Counterpart.redirect("/a").handle(exchange);
        });
    fails("{'timeout': 0.4}", "/a").isInstanceOf(UpstreamTimeoutException.class);
  }

  @Test
  void aNameThatIsLookedUpForEverIsNotWaitedForEither() {
    server.at("/a", Counterpart.redirect("http://riddle.example/"));
    try (Upstream upstream = Asking.upstream("{'timeout': 0.5}", this::lookup)) {
      assertThatThrownBy(() -> upstream.fetch(server.address("/a")))
          .isInstanceOf(UpstreamTimeoutException.class);
    }
  }

  @Test
  void nobodyThereIsAFault() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (Upstream upstream = Asking.upstream("{}")) {
      assertThatThrownBy(() -> upstream.fetch(URI.create("http://127.0.0.1:" + port + "/a")))
          .isInstanceOf(UpstreamException.class)
          .hasMessage("The upstream server cannot be reached.");
    }
  }

  @Test
  void aConnectionDroppedWithoutAnAnswerIsAFault() {
    server.at("/a", exchange -> {});
    fails("{}", "/a").isNotInstanceOf(UpstreamTimeoutException.class);
  }

  @Test
  void anAnswerShorterThanAnnouncedIsAFault() {
    server.at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(HELLO);
          exchange.getResponseBody().flush();
        });
    fails("{}", "/a").isNotInstanceOf(UpstreamTimeoutException.class);
  }

  @Test
  void anAnswerAnnouncedAsTooLargeIsRefusedUnread() {
    server.at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000_000_000_000L);
          exchange.getResponseBody().flush();
          Asking.await(released);
        });
    fails("{}", "/a").hasMessageContaining("16777216 bytes");
  }

  @Test
  void anEndlessAnswerIsBrokenOff() throws Exception {
    var noticed = new CountDownLatch(1);
    server.at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try {
            pour(exchange.getResponseBody());
          } catch (IOException e) {
            noticed.countDown();
          }
        });
    try (Upstream upstream = Asking.upstream("{'most bytes': 100000, 'timeout': 60}")) {
      assertThatThrownBy(() -> upstream.fetch(server.address("/a")))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("100000 bytes");
      noticed.await();
    }
  }

  @Test
  void anAnswerInManySmallChunksIsTaken() throws Exception {
    server.at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (byte letter : HELLO) {
            exchange.getResponseBody().write(letter);
            exchange.getResponseBody().flush();
          }
        });
    assertThat(fetch("{}", "/a")).hasValue(HELLO);
  }

  @Test
  void theEndOfAnEndlessPageThatSaysThatThereIsNothingIsNotWaitedFor() throws Exception {
    server.at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(404, 0);
          pour(exchange.getResponseBody());
        });
    assertThat(fetch("{'timeout': 600, 'most bytes': 1}", "/a")).isEmpty();
  }

  @Test
  void anAnswerOfExactlyTheLimitIsTaken() throws Exception {
    server.at("/a", Counterpart.bytes(HELLO));
    assertThat(fetch("{'most bytes': 5}", "/a")).hasValue(HELLO);
    fails("{'most bytes': 4}", "/a").hasMessageContaining("4 bytes");
  }

  private InetAddress[] lookup(String host) throws UnknownHostException {
    try {
      if (host.equals("riddle.example")) {
        released.await();
      }
    } catch (InterruptedException e) {
      throw new UnknownHostException(host);
    }
    return InetAddress.getAllByName(host);
  }

  private AbstractThrowableAssert<?, ?> fails(String json, String path) {
    try (Upstream upstream = Asking.upstream(json)) {
      var problem =
          assertThatThrownBy(() -> upstream.fetch(server.address(path)))
              .isInstanceOf(UpstreamException.class);
      problem.message().doesNotContain("127.0.0.1", "http");
      return problem;
    }
  }

  private Optional<byte[]> fetch(String json, String path) throws Exception {
    try (Upstream upstream = Asking.upstream(json)) {
      return upstream.fetch(server.address(path));
    }
  }

  private static void drip(OutputStream out) throws IOException {
    while (true) {
      out.write('.');
      out.flush();
      Asking.pause(20);
    }
  }

  private static void pour(OutputStream out) throws IOException {
    while (true) {
      out.write(new byte[8192]);
    }
  }
}
