package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.azulejo.Azulejo;
import org.junit.jupiter.api.Test;

/** The server inside of an application. */
class EmbeddedIT {
  private static final int CYCLES = 50;
  private static final int IDLE = 200;
  private static final int WARM = 10;

  private static String layer(String name, String colour) {
    return """
        {"cache": {"name": "memory"},
         "layers": {"%s": {"provider": {"name": "sandwich", "stack": [{"color": "#%s"}]}}}}
        """
        .formatted(name, colour);
  }

  @Test
  void fiftyStartsAndStopsOnOnePortLeaveNothing() throws Exception {
    int port = freePort();
    Set<String> threads = Set.of();
    long heap = 0;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      if (cycle == WARM) {
        threads = threads();
        heap = heap();
      }
      startAskAndStop(port);
      new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
    }
    Set<String> before = threads;
    Eventually.that("threads are as before", () -> before.containsAll(threads()));
    assertThat(heap()).isLessThan(heap + (6 << 20));
  }

  private static void startAskAndStop(int port) throws Exception {
    var connections = new ArrayList<Socket>();
    try (Azulejo server = embedded(layer("plain", "123456")).port(port).start()) {
      assertThat(get(server.address(), "plain/0/0/0.png")).startsWith("HTTP/1.1 200");
      for (int i = 0; i < IDLE; i++) {
        connections.add(keptAlive(port));
      }
      for (Socket socket : connections.subList(0, 10)) {
        socket.getOutputStream().write(request("plain/3/1/2.png"));
      }
    } finally {
      for (Socket socket : connections) {
        socket.close();
      }
    }
  }

  @Test
  void twoServersShareNothing() throws Exception {
    try (Azulejo one = embedded(layer("one", "ff0000")).port(0).start();
        Azulejo two = embedded(layer("two", "00ff00")).port(0).start()) {
      assertThat(one.address()).isNotEqualTo(two.address());
      assertThat(get(one.address(), "one/0/0/0.png")).startsWith("HTTP/1.1 200");
      assertThat(get(one.address(), "two/0/0/0.png")).startsWith("HTTP/1.1 404");
      assertThat(get(two.address(), "two/0/0/0.png")).startsWith("HTTP/1.1 200");
      one.close();
      assertThat(get(two.address(), "two/0/0/0.png")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aServerNobodyHoldsOnToServesOn() throws Exception {
    int port = freePort();
    embedded(layer("plain", "123456")).port(port).start();
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(50);
    }
    URI address = URI.create("http://127.0.0.1:" + port + "/");
    assertThat(get(address, "plain/0/0/0.png")).startsWith("HTTP/1.1 200");
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> embedded(layer("plain", "123456")).port(port).start())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(Integer.toString(port));
    }
  }

  private static org.azulejo.Builder embedded(String json) {
    return Azulejo.builder().home(Home.BUILT).host("127.0.0.1").configuration(json);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Socket keptAlive(int port) throws IOException {
    var socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(10_000);
    socket.getOutputStream().write(request("plain/0/0/0.png"));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  private static byte[] request(String path) {
    return ("GET /" + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Over a plain socket, so that no client's threads disturb the count. */
  private static String get(URI server, String path) throws IOException {
    URL address = server.toURL();
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      String text = "GET /" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static Set<String> threads() {
    var names = new TreeSet<String>();
    Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
    return names;
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
