package org.azulejo.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread that closes what is no longer used, one thing after the other, so that no request has to
 * wait for it. What comes after the end is closed by whoever brings it.
 */
final class Closing implements Executor, AutoCloseable {
  private final long patienceSeconds;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Closing::named,
          (work, refused) -> work.run());

  /**
   * @param patienceSeconds for what is still being closed at the end
   */
  Closing(long patienceSeconds) {
    this.patienceSeconds = patienceSeconds;
    thread.allowCoreThreadTimeOut(true);
  }

  /** A daemon: a plug-in that does not come to an end is no reason for the server to live on. */
  private static Thread named(Runnable work) {
    var thread = new Thread(work, "azulejo-closing");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable work) {
    thread.execute(work);
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(patienceSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
