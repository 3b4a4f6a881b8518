package org.azulejo.cache.remote;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a server that does not answer from costing anything: the calls that find out wait for their
 * time-out, all others fail at once, until a thread of its own finds that the server is back. There
 * is such a thread only while the server is down. Safe for many threads.
 */
public final class Circuit implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final String server;
  private final Callable<?> probe;
  private final Predicate<Exception> isOutage;
  private volatile @Nullable Exception outage;
  private @Nullable Thread watch;
  private boolean closed;

  /**
   * @param server for messages, such as {@code Redis at localhost:6379}
   * @param probe asks the server anything; fails within a bounded time if it does not answer
   * @param isOutage tells that the server itself is out of order, not the single call
   */
  public Circuit(String server, Callable<?> probe, Predicate<Exception> isOutage) {
    this.server = server;
    this.probe = probe;
    this.isOutage = isOutage;
  }

  /**
   * What the call gives.
   *
   * @throws ServerDownException at once, if the server is down
   * @throws Exception whatever the call throws
   */
  public <T> T call(Callable<T> call) throws Exception {
    Exception known = outage;
    if (known != null) {
      throw new ServerDownException(server, known);
    }
    try {
      return call.call();
    } catch (Exception e) {
      if (isOutage.test(e)) {
        open(e);
      }
      throw e;
    }
  }

  /** Whether calls fail at once. */
  public boolean isOpen() {
    return outage != null;
  }

  private synchronized void open(Exception failure) {
    if (outage == null && !closed) {
      outage = failure;
      watch = new Thread(this::untilItIsBack, "azulejo waits for " + server);
      watch.setDaemon(true);
      watch.start();
    }
  }

  private void untilItIsBack() {
    Duration pause = FIRST_PAUSE;
    try {
      do {
        Thread.sleep(pause.toMillis());
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
      } while (!answers());
      outage = null;
    } catch (InterruptedException e) {
      // The cache is closed: nobody waits for the server any more.
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      probe.call();
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return !isOutage.test(e);
    }
  }

  /** Ends the waiting, if need be after the time-out of one probe. */
  @Override
  public void close() throws InterruptedException {
    Thread waiting;
    synchronized (this) {
      closed = true;
      waiting = watch;
    }
    if (waiting != null) {
      waiting.interrupt();
      waiting.join();
    }
  }
}
