package org.azulejo.http.tile;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.azulejo.layer.LayerWaitingException;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Where requests wait for a plug-in without holding a thread: until the layers change, or the grace
 * since they came in is over. Safe for many threads.
 */
public final class Parking implements AutoCloseable {
  private final Set<Place> taken = ConcurrentHashMap.newKeySet();
  private final AtomicLong changes = new AtomicLong();
  private final Semaphore free;
  private final Clock clock;
  private final Scheduler scheduler;
  private final Duration grace;
  private volatile boolean closed;

  /**
   * @param places how many requests may wait; further ones are refused at once
   */
  public Parking(Clock clock, Scheduler scheduler, Duration grace, int places) {
    this.clock = clock;
    this.scheduler = scheduler;
    this.grace = grace;
    this.free = new Semaphore(places);
  }

  /** How many requests wait. */
  public int taken() {
    return taken.size();
  }

  long millis() {
    return clock.millis();
  }

  /** How often the layers have changed. */
  long changes() {
    return changes.get();
  }

  /**
   * Keeps the job until it is worth another try, or refuses it.
   *
   * @param seen the {@link #changes} before the layers were asked
   * @param reason what to refuse it with
   */
  void park(TileJob job, long seen, LayerWaitingException reason) {
    long left = job.arrived() + grace.toMillis() - clock.millis();
    if (left <= 0 || closed || !free.tryAcquire()) {
      job.refuse(reason);
      return;
    }
    var place = new Place(job, reason);
    taken.add(place);
    place.expiry = scheduler.schedule(() -> expire(place), left, TimeUnit.MILLISECONDS);
    if (closed) {
      expire(place);
    } else if (changes.get() != seen) {
      wake(place);
    }
  }

  /** The layers have changed: whoever waits may try again. */
  public void changed() {
    changes.incrementAndGet();
    taken.forEach(this::wake);
  }

  /** Refuses all who wait, and whoever comes. */
  @Override
  public void close() {
    closed = true;
    taken.forEach(this::expire);
  }

  private void wake(Place place) {
    if (leave(place)) {
      place.job.retry();
    }
  }

  private void expire(Place place) {
    if (leave(place)) {
      place.job.refuse(place.reason);
    }
  }

  private boolean leave(Place place) {
    boolean left = taken.remove(place);
    if (left) {
      free.release();
      place.cancel();
    }
    return left;
  }

  private static final class Place {
    private final TileJob job;
    private final LayerWaitingException reason;
    private volatile Scheduler.Task expiry = () -> false;

    Place(TileJob job, LayerWaitingException reason) {
      this.job = job;
      this.reason = reason;
    }

    void cancel() {
      expiry.cancel();
    }
  }
}
