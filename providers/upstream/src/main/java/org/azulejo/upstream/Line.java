package org.azulejo.upstream;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.azulejo.api.UpstreamException;

/** What one user of a {@link ConnectionPool} has under way, which ends when it leaves. */
final class Line implements AutoCloseable {
  private final ConnectionPool pool;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isClosed = new AtomicBoolean();

  Line(ConnectionPool pool) {
    this.pool = pool;
  }

  /** Makes the client if it is not there yet: a second's work, for which no server is to blame. */
  void open() throws UpstreamException {
    refuseIfClosed();
    pool.client();
  }

  /** The answer, all of it, if it comes in so many nanoseconds. */
  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, long nanoseconds)
      throws IOException, InterruptedException {
    refuseIfClosed();
    return await(pool.client().sendAsync(request, handler), nanoseconds);
  }

  /** What the task gives, if it is done in so many nanoseconds; otherwise it is left to itself. */
  <T> T call(Callable<T> task, long nanoseconds) throws IOException, InterruptedException {
    refuseIfClosed();
    return await(pool.submit(task), nanoseconds);
  }

  private <T> T await(CompletableFuture<T> answer, long nanoseconds)
      throws IOException, InterruptedException {
    underWay.add(answer);
    try {
      refuseIfClosed();
      return answer.get(nanoseconds, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw Faults.late(e);
    } catch (CancellationException e) {
      throw closed();
    } catch (ExecutionException e) {
      throw isClosed.get() ? closed() : Faults.of(e);
    } finally {
      // Gives the connection up, unless the answer has come.
      answer.cancel(true);
      underWay.remove(answer);
    }
  }

  private void refuseIfClosed() throws UpstreamException {
    if (isClosed.get()) {
      throw closed();
    }
  }

  static UpstreamException closed() {
    return new UpstreamException("The layer was changed while its upstream server was asked.");
  }

  /** Breaks off what is under way. */
  @Override
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      underWay.forEach(answer -> answer.cancel(true));
      pool.leave();
    }
  }
}
