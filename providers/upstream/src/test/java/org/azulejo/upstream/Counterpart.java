package org.azulejo.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server on this machine that answers as a test wants it to. */
final class Counterpart implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final List<HttpExchange> requests = new CopyOnWriteArrayList<>();

  Counterpart() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  /** Answers at this path and all below. */
  Counterpart at(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          requests.add(exchange);
          try (exchange) {
            handler.handle(exchange);
          }
        });
    return this;
  }

  static HttpHandler bytes(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  static HttpHandler status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static HttpHandler redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** What has been asked so far. */
  List<HttpExchange> requests() {
    return requests;
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI address(String path) {
    return address("127.0.0.1", path);
  }

  URI address(String host, String path) {
    return URI.create("http://" + host + ":" + port() + path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
