package org.azulejo.http.exchange;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The threads for all that may wait: a fixed number of them, and a queue that is bounded.
 *
 * <p>Refuses with {@link RejectedExecutionException} what does not fit, and everything once closed.
 */
public final class Workers implements Executor, AutoCloseable {
  private final ThreadPoolExecutor pool;
  private final LongAdder refused = new LongAdder();

  /**
   * @param name of what they do, for the names of the threads
   * @param threads how many at most; they come with the work and leave when idle
   * @param queued how many may wait for a thread
   */
  public Workers(String name, int threads, int queued) {
    var number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queued),
            work -> daemon(work, "azulejo-" + name + "-" + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
  }

  /** Work that does not come to an end is no reason for a program to live on. */
  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable work) {
    try {
      pool.execute(work);
    } catch (RejectedExecutionException e) {
      refused.increment();
      throw e;
    }
  }

  /** How much waits for a thread. */
  public int queued() {
    return pool.getQueue().size();
  }

  /** How much was refused so far. */
  public long refused() {
    return refused.sum();
  }

  /** Interrupts what still runs and forgets what waits. */
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
