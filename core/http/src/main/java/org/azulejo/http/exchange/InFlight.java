package org.azulejo.http.exchange;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Callback;

/** Counts the requests that are not answered to the last byte yet. Safe for many threads. */
public final class InFlight {
  private final AtomicInteger count = new AtomicInteger();
  private final Semaphore landed = new Semaphore(0);
  private volatile boolean ending;

  /** Counts a request until the callback returned is completed. */
  public Callback enter(Callback callback) {
    count.incrementAndGet();
    return new Counted(callback);
  }

  /** How many there are. */
  public int count() {
    return count.get();
  }

  /** Whether the server is about to stop, so that connections should not be used again. */
  public boolean isEnding() {
    return ending;
  }

  /** Waits until all is answered, but no longer than this. */
  public void end(Duration patience) throws InterruptedException {
    ending = true;
    long until = System.nanoTime() + patience.toNanos();
    long left = patience.toNanos();
    while (count.get() > 0 && left > 0) {
      landed.tryAcquire(left, TimeUnit.NANOSECONDS);
      left = until - System.nanoTime();
    }
  }

  private void leave() {
    count.decrementAndGet();
    if (ending) {
      landed.release();
    }
  }

  private final class Counted extends Callback.Nested {
    Counted(Callback callback) {
      super(callback);
    }

    @Override
    public void completed() {
      leave();
    }
  }
}
