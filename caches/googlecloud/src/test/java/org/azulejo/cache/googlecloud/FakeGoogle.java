package org.azulejo.cache.googlecloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * The few requests of Google's XML API that the cache makes, as its reference tells them, in
 * memory: objects with generations, and changes under the condition of a generation. No emulator
 * does all of that.
 */
final class FakeGoogle implements AutoCloseable {
  record Stored(byte[] bytes, String mediaType, String acl, long generation, Instant changed) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Predicate<HttpExchange> isAllowed;
  private final Map<String, Stored> objects = new TreeMap<>();
  private long generation = 1_700_000_000_000_000L;

  /**
   * @param isAllowed looks at who asks
   */
  FakeGoogle(Predicate<HttpExchange> isAllowed) throws IOException {
    this.isAllowed = isAllowed;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/tiles/", this::answer);
    server.createContext("/", exchange -> error(exchange, 404, "NoSuchBucket"));
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized List<String> keys() {
    return List.copyOf(objects.keySet());
  }

  synchronized Stored stored(String key) {
    return objects.get(key);
  }

  synchronized void put(String key, String text) {
    put(key, text.getBytes(StandardCharsets.UTF_8), "text/plain", "");
  }

  synchronized void empty() {
    objects.clear();
  }

  private void put(String key, byte[] bytes, String mediaType, String acl) {
    objects.put(key, new Stored(bytes, mediaType, acl, ++generation, Instant.now()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (isAllowed.test(exchange)) {
        answer(exchange, exchange.getRequestURI().getPath().substring("/tiles/".length()), body);
      } else {
        error(exchange, 403, "SignatureDoesNotMatch");
      }
    }
  }

  private synchronized void answer(HttpExchange exchange, String key, byte[] body)
      throws IOException {
    Stored stored = objects.get(key);
    String condition = header(exchange, "x-goog-if-generation-match");
    long present = stored == null ? 0 : stored.generation();
    if (!condition.isEmpty() && Long.parseLong(condition) != present) {
      error(exchange, 412, "PreconditionFailed");
    } else if (exchange.getRequestMethod().equals("PUT")) {
      put(key, body, header(exchange, "Content-Type"), header(exchange, "x-goog-acl"));
      exchange.sendResponseHeaders(200, -1);
    } else if (stored == null) {
      error(exchange, 404, "NoSuchKey");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      objects.remove(key);
      exchange.sendResponseHeaders(204, -1);
    } else {
      send(exchange, stored);
    }
  }

  private static void send(HttpExchange exchange, Stored stored) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", stored.mediaType());
    headers.set("x-goog-generation", Long.toString(stored.generation()));
    headers.set(
        "Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(stored.changed().atOffset(ZoneOffset.UTC)));
    exchange.sendResponseHeaders(200, stored.bytes().length == 0 ? -1 : stored.bytes().length);
    exchange.getResponseBody().write(stored.bytes());
  }

  static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void error(HttpExchange exchange, int status, String code) throws IOException {
    byte[] body =
        "<?xml version='1.0'?><Error><Code>%s</Code></Error>"
            .formatted(code)
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
