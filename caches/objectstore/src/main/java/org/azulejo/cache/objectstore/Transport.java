package org.azulejo.cache.objectstore;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one cache: so many at most, opened when they are needed, over which whole
 * answers come in a bounded time. Follows no redirect. Safe for many threads.
 *
 * <p>The client's own thread ends when the last reference to the client is gone: Java 17 knows no
 * other way. So nothing keeps one beyond closing.
 */
public final class Transport implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 64;

  private final Duration timeout;
  private final Workers workers;
  private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
  private @Nullable HttpClient client;
  private volatile boolean isClosed;

  /**
   * @param name for the threads
   * @param timeout to wait for a connection, and as long again for an answer
   */
  public Transport(String name, Duration timeout) {
    this.timeout = timeout;
    this.workers = new Workers(name);
  }

  /**
   * The answer, all of it, whatever its status.
   *
   * @throws UnreachableException if none comes in time, or not as a whole
   */
  public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    long end = System.nanoTime() + timeout.toNanos() * 2;
    if (!free.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IOException("All connections to " + request.uri().getHost() + " are in use.");
    }
    try {
      return sendOnce(request, end);
    } catch (BrokenOffException e) {
      // Connections that lay idle may have been closed: that says nothing about the server.
      return sendOnce(request, end);
    } finally {
      free.release();
    }
  }

  private HttpResponse<byte[]> sendOnce(HttpRequest request, long end)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(request, WholeBody::new);
    try {
      return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw late(request.uri(), e);
    } catch (CancellationException e) {
      throw closed();
    } catch (ExecutionException e) {
      throw isClosed ? closed() : fault(request.uri(), e.getCause());
    } finally {
      // Gives the connection up, unless the answer has come.
      answer.cancel(true);
    }
  }

  private synchronized HttpClient client() throws IOException {
    if (isClosed) {
      throw closed();
    }
    HttpClient opened = client;
    if (opened == null) {
      opened =
          HttpClient.newBuilder()
              .executor(workers)
              .connectTimeout(timeout)
              .followRedirects(HttpClient.Redirect.NEVER)
              // Its HTTP/2 gives up where a server's limit of streams is reached.
              .version(HttpClient.Version.HTTP_1_1)
              .build();
      client = opened;
    }
    return opened;
  }

  private static IOException closed() {
    return new IOException("The cache is closed.");
  }

  private static IOException fault(URI address, @Nullable Throwable problem) {
    if (problem instanceof HttpTimeoutException) {
      return late(address, problem);
    } else if (problem instanceof SSLException) {
      return new UnreachableException(
          "No secure connection to %s: %s".formatted(address.getHost(), problem.getMessage()),
          problem);
    } else if (problem instanceof ConnectException || problem instanceof UnknownHostException) {
      return new UnreachableException(address.getHost() + " cannot be reached.", problem);
    } else if (problem instanceof TooLargeException tooLarge) {
      return tooLarge;
    }
    return new BrokenOffException(
        "The connection to " + address.getHost() + " broke off.", problem);
  }

  private static IOException late(URI address, Throwable cause) {
    return new UnreachableException(address.getHost() + " did not answer in time.", cause);
  }

  /** What is under way fails, or ends within its time-out. */
  @Override
  public synchronized void close() {
    isClosed = true;
    client = null;
    workers.close();
  }

  private static final class BrokenOffException extends UnreachableException {
    private static final long serialVersionUID = 1;

    BrokenOffException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
