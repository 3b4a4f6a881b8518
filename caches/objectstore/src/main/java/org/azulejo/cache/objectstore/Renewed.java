package org.azulejo.cache.objectstore;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Something lent, asked for when it is first needed and again some minutes before its end. One
 * thread asks; as long as what there was is good, the others go on with that. Safe for many
 * threads.
 */
public final class Renewed<T> implements Source<T> {
  private static final Duration EARLY = Duration.ofMinutes(4);

  /** After an attempt that failed while the old one was still good. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Source<Lent<T>> lender;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Lent<T> lent;
  private volatile Instant next = Instant.MIN;

  public Renewed(Source<Lent<T>> lender, InstantSource clock) {
    this.lender = lender;
    this.clock = clock;
  }

  @Override
  public T get() throws IOException, InterruptedException {
    Instant now = clock.instant();
    Lent<T> known = lent;
    if (known == null || !now.isBefore(known.end())) {
      return renewed();
    }
    if (!now.isBefore(next) && asking.tryLock()) {
      try {
        renewEarly(now);
      } finally {
        asking.unlock();
      }
    }
    Lent<T> current = lent;
    return (current == null ? known : current).thing();
  }

  private T renewed() throws IOException, InterruptedException {
    asking.lockInterruptibly();
    try {
      Lent<T> known = lent;
      return known != null && clock.instant().isBefore(known.end()) ? known.thing() : ask().thing();
    } finally {
      asking.unlock();
    }
  }

  private void renewEarly(Instant now) throws InterruptedException {
    try {
      ask();
    } catch (IOException e) {
      next = now.plus(PAUSE);
    }
  }

  private Lent<T> ask() throws IOException, InterruptedException {
    Lent<T> fresh = lender.get();
    next = fresh.end().equals(Instant.MAX) ? Instant.MAX : fresh.end().minus(EARLY);
    lent = fresh;
    return fresh;
  }
}
