package org.azulejo.upstream;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.azulejo.api.UpstreamException;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections with a beginning, at the first request, and an end.
 *
 * <p>The client's own thread ends when the last reference to the client is gone: Java 17 knows no
 * other way. So nothing here keeps one beyond {@link #close}.
 */
final class Line implements AutoCloseable {
  private final Duration timeout;
  private final ProxySelector proxies;
  private final Workers workers;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
  private @Nullable HttpClient client;
  private volatile boolean isClosed;

  /**
   * @param name for the threads
   * @param timeout for making a connection
   */
  Line(String name, Duration timeout, ProxySelector proxies) {
    this.timeout = timeout;
    this.proxies = proxies;
    this.workers = new Workers(name);
  }

  /** The answer, all of it, if it comes in so many nanoseconds. */
  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, long nanoseconds)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<T>> answer = client().sendAsync(request, handler);
    underWay.add(answer);
    try {
      return await(answer, nanoseconds);
    } finally {
      // Gives the connection up, unless the answer has come.
      answer.cancel(true);
      underWay.remove(answer);
    }
  }

  private <T> T await(CompletableFuture<T> answer, long nanoseconds)
      throws IOException, InterruptedException {
    if (isClosed) {
      throw closed();
    }
    try {
      return answer.get(nanoseconds, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw Faults.late(e);
    } catch (CancellationException e) {
      throw closed();
    } catch (ExecutionException e) {
      throw isClosed ? closed() : Faults.of(e);
    }
  }

  private synchronized HttpClient client() throws UpstreamException {
    if (isClosed) {
      throw closed();
    }
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(timeout)
              .executor(workers)
              .followRedirects(HttpClient.Redirect.NEVER)
              .proxy(proxies)
              // Its HTTP/2 gives up where a server's limit of streams is reached.
              .version(HttpClient.Version.HTTP_1_1)
              .build();
    }
    return client;
  }

  private static UpstreamException closed() {
    return new UpstreamException("The layer was changed while its upstream server was asked.");
  }

  /** Breaks off what is under way. */
  @Override
  public synchronized void close() {
    isClosed = true;
    client = null;
    underWay.forEach(answer -> answer.cancel(true));
    workers.close();
  }
}
