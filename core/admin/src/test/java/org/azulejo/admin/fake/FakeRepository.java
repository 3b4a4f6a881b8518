package org.azulejo.admin.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server with the files of a repository below {@code /releases/}; behaves as it is told. */
public final class FakeRepository implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<String, Behaviour> files = new ConcurrentHashMap<>();
  private final HttpServer server;

  /** The paths that were asked for. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** What is done with a request. */
  @FunctionalInterface
  public interface Behaviour {
    /**
     * @param end comes when the server ends, for answers that never do
     */
    void answer(HttpExchange exchange, CountDownLatch end) throws Exception;
  }

  public FakeRepository() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    asked.add(path);
    try (exchange) {
      files.getOrDefault(path, status(404)).answer(exchange, end);
    } catch (Exception e) {
      // The client has gone, as some of them should.
    }
  }

  /** Where the repository is. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/releases/";
  }

  /**
   * @param path from the root of the repository
   */
  public void put(String path, Behaviour behaviour) {
    files.put(URI.create(address()).getPath() + path, behaviour);
  }

  public void put(String path, byte[] bytes) {
    put(path, file(bytes));
  }

  public static Behaviour file(byte[] bytes) {
    return (exchange, end) -> {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  public static Behaviour status(int status) {
    return (exchange, end) -> exchange.sendResponseHeaders(status, -1);
  }

  public static Behaviour redirect(String address) {
    return (exchange, end) -> {
      exchange.getResponseHeaders().set("Location", address);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
