package org.azulejo.http;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.azulejo.http.room.Rooms;
import org.azulejo.layer.Layers;

/** The real server on a free port, for a test. */
final class TestServer implements AutoCloseable {
  private final Rooms rooms = new Rooms();
  private final JettyServer server;
  private final int port;

  TestServer(FakeLayer... layers) throws Exception {
    this(new FakeLayers(layers));
  }

  TestServer(Layers layers) throws Exception {
    this(layers, settings(0));
  }

  TestServer(Layers layers, Settings settings) throws Exception {
    server = JettyServer.start(settings, layers, rooms, Clock.systemUTC());
    port = URI.create(server.address()).getPort();
  }

  static Settings settings(int port) {
    return settings(port, 16, 64, Duration.ofSeconds(5));
  }

  static Settings settings(int port, int workers, int queue, Duration grace) {
    return new Settings(
        "127.0.0.1",
        port,
        workers,
        queue,
        grace,
        Duration.ofSeconds(30),
        1000,
        Settings.Tls.NONE,
        -1,
        "",
        false);
  }

  int port() {
    return port;
  }

  Rooms rooms() {
    return rooms;
  }

  /** The port for metrics alone. */
  int metricsPort() {
    return URI.create(server.addresses().get(server.addresses().size() - 1)).getPort();
  }

  int requests() {
    return server.requests();
  }

  /** Waits until so many are under way: a client has its answer a moment before we know. */
  void awaitRequests(int count) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          while (requests() != count) {
            Thread.onSpinWait();
          }
        });
  }

  String address() {
    return server.address();
  }

  /** Asks for a path, written as it is. Headers are lines such as {@code Accept: text/html}. */
  Reply get(String path, String... headers) throws Exception {
    return ask("GET", path, headers);
  }

  Reply ask(String method, String path, String... headers) throws Exception {
    try (var client = new RawClient(port)) {
      return client.ask(method, path, headers);
    }
  }

  @Override
  public void close() throws Exception {
    server.close();
  }
}
