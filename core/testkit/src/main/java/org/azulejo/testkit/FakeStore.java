package org.azulejo.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says what it is told to, as a real store says it only when it is out of order. */
public final class FakeStore implements AutoCloseable {
  private final HttpServer server;
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Map<String, List<String>>> asked = new CopyOnWriteArrayList<>();

  private record Answer(int status, Map<String, String> headers, String body) {}

  public FakeStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The next answer; after the last one, all are 404. */
  public FakeStore then(int status, String body) {
    return then(status, Map.of(), body);
  }

  public FakeStore then(int status, Map<String, String> headers, String body) {
    answers.add(new Answer(status, headers, body));
    return this;
  }

  /** An error as S3 tells it. */
  public FakeStore thenError(int status, String code) {
    return then(status, "<Error><Code>%s</Code><Message>No.</Message></Error>".formatted(code));
  }

  /** The headers of what was asked. */
  public List<Map<String, List<String>>> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      asked.add(Map.copyOf(exchange.getRequestHeaders()));
      Answer queued = answers.poll();
      Answer next = queued == null ? new Answer(404, Map.of(), "") : queued;
      next.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(next.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
