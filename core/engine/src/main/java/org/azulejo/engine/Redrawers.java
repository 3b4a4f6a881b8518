package org.azulejo.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few threads that draw old tiles anew. What is too much for them is refused. */
final class Redrawers implements Executor, AutoCloseable {
  private static final int LEAST_THREADS = 4;
  private static final int MOST_WAITING = 1000;

  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor threads;

  /**
   * Half as many threads as there are processors, for requests are to be answered as well; but some
   * in any case, for those that wait for other servers.
   */
  Redrawers() {
    int count = Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors() / 2);
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            this::named);
    threads.allowCoreThreadTimeOut(true);
  }

  private Thread named(Runnable work) {
    var thread = new Thread(work, "azulejo-redraw-" + number.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * @throws java.util.concurrent.RejectedExecutionException if there is too much to do, or it ended
   */
  @Override
  public void execute(Runnable drawing) {
    threads.execute(drawing);
  }

  /** Interrupts what is being drawn. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
