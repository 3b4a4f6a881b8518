package org.azulejo.cache.multi;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.azulejo.api.TileKey;

/**
 * The threads that ask one tier. When all wait for it, it is passed over: a tier that hangs holds
 * no more than these. They end when they have nothing to do.
 */
final class Runners {
  static final int MOST = 64;

  private static final int IDLE_SECONDS = 10;
  private static final int END_SECONDS = 5;

  private final Tier tier;
  private final ThreadPoolExecutor threads;

  Runners(Tier tier) {
    this.tier = tier;
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              var thread = new Thread(work, "azulejo asks " + tier.where());
              thread.setDaemon(true);
              return thread;
            });
  }

  void run(int number, TileKey key, Instant moment, Finish finish) {
    try {
      threads.execute(() -> ask(number, key, moment, finish));
    } catch (RejectedExecutionException e) {
      finish.dropOut();
    }
  }

  private void ask(int number, TileKey key, Instant moment, Finish finish) {
    try {
      finish.arrive(number, tier.readSince(key, moment));
    } catch (InterruptedException | RuntimeException | Error e) {
      finish.arrive(number, Optional.empty());
    }
  }

  void end() {
    threads.shutdownNow();
  }

  void await() throws InterruptedException {
    threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
  }
}
