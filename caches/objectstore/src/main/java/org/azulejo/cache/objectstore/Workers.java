package org.azulejo.cache.objectstore;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a {@link Transport}: named, gone when idle, and ended for good by closing. What
 * waits for them is bounded by the requests under way, a few short tasks for each.
 */
final class Workers implements Executor, AutoCloseable {
  private static final int THREADS = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());
  private static final int IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads;

  Workers(String name) {
    var number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> daemon(task, name + "-" + number.incrementAndGet()),
            // After closing, the client has still to tidy up.
            (task, ended) -> task.run());
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
