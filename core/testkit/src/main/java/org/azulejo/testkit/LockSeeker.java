package org.azulejo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;
import org.jspecify.annotations.Nullable;

/** A thread that waits for the lock of the one tile, and frees it once it has it. */
record LockSeeker(Thread thread, FutureTask<Void> result) {
  static final TileKey KEY = TileSamples.key("locked");

  /** Longer than any test. */
  static final Duration LONG = Duration.ofMinutes(10);

  static LockSeeker seek(TileLocks locks) {
    var result =
        new FutureTask<Void>(
            () -> {
              locks.lock(KEY, LONG).close();
              return null;
            });
    var thread = new Thread(result, "seeks a lock");
    thread.start();
    return new LockSeeker(thread, result);
  }

  /** It has not come by the lock within a while, and an interruption ends its waiting. */
  void mustStillWait() throws InterruptedException {
    thread.join(250);
    assertThat(result.isDone()).as("the lock was taken while somebody held it").isFalse();
    thread.interrupt();
    thread.join();
    assertThat(failure()).isInstanceOf(InterruptedException.class);
  }

  boolean getsTheLock() {
    return failure() == null;
  }

  private @Nullable Throwable failure() {
    try {
      result.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
