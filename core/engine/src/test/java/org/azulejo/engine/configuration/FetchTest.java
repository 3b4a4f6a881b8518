package org.azulejo.engine.configuration;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FetchTest {
  @Test
  void everythingIsRead() throws IOException {
    byte[] much = new byte[200_000];
    much[199_999] = 7;
    assertThat(Fetch.bounded(new ByteArrayInputStream(much), Duration.ofMinutes(1)))
        .isEqualTo(much);
  }

  @Test
  void whatBreaksOffIsNotTakenForAll() throws Exception {
    try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var server = new Thread(() -> answerInPart(door), "server that breaks off");
      server.start();
      URI location = URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
      assertThatThrownBy(() -> Fetch.bytes(location))
          .isInstanceOf(IOException.class)
          .hasMessage("The server announced 20 bytes and sent 2.");
      server.join();
    }
  }

  private static void answerInPart(ServerSocket door) {
    try (var client = door.accept()) {
      client.getInputStream().read(new byte[4096]);
      client
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{}".getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatDripsWithoutAnEndIsGivenUp() {
    var dripping =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            buffer[offset] = ' ';
            return 1;
          }
        };
    assertThatThrownBy(() -> Fetch.bounded(dripping, Duration.ofMillis(10)))
        .isInstanceOf(IOException.class)
        .hasMessage("It takes longer than 0 seconds.");
  }
}
