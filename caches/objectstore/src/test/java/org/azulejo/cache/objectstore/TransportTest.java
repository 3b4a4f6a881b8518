package org.azulejo.cache.objectstore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TransportTest {
  private final Transport transport = new Transport("test", Duration.ofSeconds(10));
  private ServerSocket door;
  private volatile String answer = "";

  @BeforeEach
  void start() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "server of the test");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket client = door.accept()) {
        client.getInputStream().read();
        client.getOutputStream().write(answer.getBytes(ISO_8859_1));
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // That client has gone.
      }
    }
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    door.close();
  }

  private byte[] ask() throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:%d/".formatted(door.getLocalPort()));
    return transport.send(HttpRequest.newBuilder(address).build()).body();
  }

  @Test
  void aValueIsReadToTheEndThatItTells() throws Exception {
    answer = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntile";
    assertThat(ask()).asString().isEqualTo("tile");
    answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ntile\r\n0\r\n\r\n";
    assertThat(ask()).asString().isEqualTo("tile");
  }

  @Test
  void aValueThatIsShorterIsNone() {
    answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\ntile";
    assertThatThrownBy(this::ask).isInstanceOf(UnreachableException.class);
    answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ntile\r\n";
    assertThatThrownBy(this::ask).isInstanceOf(UnreachableException.class);
  }

  /** It might have been cut off: nobody can tell. */
  @Test
  void aValueThatTellsNoEndIsNone() {
    answer = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\ntile";
    assertThatThrownBy(this::ask).isInstanceOf(UnreachableException.class);
  }

  @Test
  void aValueThatIsTooLargeIsNotReadAndTheServerIsInOrder() {
    answer = "HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n\r\n" + "x".repeat(101_000_000);
    assertThatThrownBy(this::ask)
        .isInstanceOf(TooLargeException.class)
        .isNotInstanceOf(UnreachableException.class);
  }

  @Test
  void afterClosingNothingIsAsked() {
    transport.close();
    assertThatThrownBy(this::ask).hasMessage("The cache is closed.");
  }
}
