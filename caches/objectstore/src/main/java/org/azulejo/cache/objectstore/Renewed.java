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

  /** Between attempts while the old one is still good. */
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
    next = now.plus(PAUSE);
    try {
      ask();
    } catch (IOException e) {
      // The old one is still good for some minutes.
    }
  }

  private Lent<T> ask() throws IOException, InterruptedException {
    Lent<T> fresh = lender.get();
    next = later(early(fresh.end()), clock.instant().plus(PAUSE));
    lent = fresh;
    return fresh;
  }

  private static Instant early(Instant end) {
    return end.equals(Instant.MAX) ? end : end.minus(EARLY);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
