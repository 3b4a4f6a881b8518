package org.azulejo.itest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Somebody else's server: draws one colour in any size, counts, and misbehaves on demand. */
final class Upstream implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;
  private final byte[] picture;
  private volatile Fault fault = Fault.NONE;
  private volatile int faultEvery = 1;

  /** Ways to misbehave. */
  enum Fault {
    NONE,
    ERROR,
    SLOW,
    /** Until it behaves in another way. */
    SILENT,
    DROPPED,
    TEXT,
    TRUNCATED,
    HUGE,
    EMPTY
  }

  /**
   * @param edge of every picture in pixels
   */
  Upstream(int edge) throws IOException {
    picture = png(edge);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** How often it was asked. */
  int requests() {
    return requests.get();
  }

  void misbehave(Fault way) {
    misbehave(way, 1);
  }

  /** Misbehaves at every so many requests. */
  void misbehave(Fault way, int every) {
    faultEvery = every;
    fault = way;
  }

  private void answer(HttpExchange exchange) throws IOException {
    int number = requests.incrementAndGet();
    try (exchange) {
      Fault now = number % faultEvery == 0 ? fault : Fault.NONE;
      switch (now) {
        case NONE -> send(exchange, 200, "image/png", picture);
        case ERROR -> send(exchange, 500, "text/plain", "secret trouble".getBytes());
        case SLOW -> delayed(exchange);
        case SILENT -> silent(exchange);
        case TEXT -> send(exchange, 200, "image/png", "no picture".getBytes());
        case TRUNCATED -> send(exchange, 200, "image/png", Arrays.copyOf(picture, 60));
        case HUGE -> send(exchange, 200, "image/png", huge());
        case EMPTY -> send(exchange, 200, "image/png", new byte[0]);
        case DROPPED -> exchange.getRequestBody().close();
      }
    }
  }

  private void silent(HttpExchange exchange) throws IOException {
    try {
      while (fault == Fault.SILENT) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    send(exchange, 200, "image/png", picture);
  }

  private void delayed(HttpExchange exchange) throws IOException {
    try {
      Thread.sleep(3000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    send(exchange, 200, "image/png", picture);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] png(int edge) throws IOException {
    var image = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(new Color(0x336699));
    graphics.fillRect(0, 0, edge, edge);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /** A whole picture, but for its header, which claims 50,000 x 50,000 pixels. */
  private byte[] huge() {
    byte[] lie = picture.clone();
    ByteBuffer.wrap(lie).putInt(16, 50_000).putInt(20, 50_000);
    var check = new java.util.zip.CRC32();
    check.update(lie, 12, 17);
    ByteBuffer.wrap(lie).putInt(29, (int) check.getValue());
    return lie;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
