package org.azulejo.cache.memcache;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.azulejo.cache.remote.Circuit;

/** One memcached, which may be down, and the connections to it, made when they are needed. */
final class Server implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 64;

  private final Address address;
  private final Duration timeout;
  private final Circuit circuit;
  private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Server(Address address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
    this.circuit =
        new Circuit(
            "memcached at " + address,
            () -> askBounded(connection -> connection.ask("version")),
            Server::isOutage);
  }

  /** What is asked of a connection. */
  interface Question<T> {
    T of(Connection connection) throws IOException, InterruptedException;
  }

  Address address() {
    return address;
  }

  boolean isDown() {
    return circuit.isOpen();
  }

  /** What the server answers; fails at once while it is down. */
  <T> T ask(Question<T> question) throws Exception {
    return circuit.call(() -> askBounded(question));
  }

  private static boolean isOutage(Exception failure) {
    return failure instanceof IOException && !(failure instanceof RefusedException);
  }

  private <T> T askBounded(Question<T> question) throws IOException, InterruptedException {
    if (!free.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new RefusedException("all connections to " + address + " are in use");
    }
    try {
      return askTwice(question);
    } finally {
      free.release();
    }
  }

  /** Connections that lay idle may have been closed by the server: that says nothing about it. */
  private <T> T askTwice(Question<T> question) throws IOException, InterruptedException {
    Optional<Connection> used = Optional.ofNullable(idle.pollFirst());
    try {
      return ask(used.isPresent() ? used.get() : connect(), question);
    } catch (SocketTimeoutException | RefusedException e) {
      throw e;
    } catch (IOException e) {
      if (used.isEmpty()) {
        throw e;
      }
    }
    closeIdle();
    return ask(connect(), question);
  }

  private Connection connect() throws IOException, InterruptedException {
    if (closed) {
      throw new RefusedException("the cache is closed");
    }
    return new Connection(Wire.to(address.resolved(), timeout));
  }

  private <T> T ask(Connection connection, Question<T> question)
      throws IOException, InterruptedException {
    try {
      T answer = question.of(connection);
      idle.addFirst(connection);
      return answer;
    } catch (IOException | InterruptedException | RuntimeException e) {
      connection.close();
      throw e;
    } finally {
      if (closed) {
        closeIdle();
      }
    }
  }

  private void closeIdle() {
    for (Connection next = idle.poll(); next != null; next = idle.poll()) {
      next.close();
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    closeIdle();
    circuit.close();
  }
}
