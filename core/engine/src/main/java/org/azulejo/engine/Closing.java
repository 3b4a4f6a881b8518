package org.azulejo.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that close what is no longer used, so that no request has to wait for it. There are a
 * few, for some things do not come to an end. What comes after the end is closed by whoever brings
 * it.
 */
final class Closing implements Executor, AutoCloseable {
  private static final int THREADS = 8;

  private final long patienceSeconds;
  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          this::named,
          (work, refused) -> work.run());

  /**
   * @param patienceSeconds for what is still being closed at the end
   */
  Closing(long patienceSeconds) {
    this.patienceSeconds = patienceSeconds;
    threads.allowCoreThreadTimeOut(true);
  }

  /** A daemon: a plug-in that does not come to an end is no reason for the server to live on. */
  private Thread named(Runnable work) {
    var thread = new Thread(work, "azulejo-closing-" + number.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(patienceSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
