package org.azulejo.cache.disk;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Gives away the bytes below a limit. A sweep of the folder counts what there is: at the beginning,
 * whenever a twentieth of the limit was given away, for other servers may use the folder as well,
 * and when the last twentieth begins. Then it frees that and another. Safe for many threads.
 */
final class Budget implements AutoCloseable {
  private static final int STEPS = 20;

  /** For so long a writer waits for room, and for any one sweep. */
  private static final long PATIENCE = Duration.ofSeconds(3).toMillis();

  /** For so long nothing is tried again after a sweep that could free nothing. */
  private static final long REST = Duration.ofSeconds(10).toMillis();

  /** Looks through the folder and removes files, telling the budget. */
  interface Sweep {
    /** Whether it did not get done: there is too much, and nothing can be removed. */
    boolean isStuck(Budget budget) throws InterruptedException;
  }

  private final long limit;
  private final long step;
  private final Sweep sweep;
  private final String folder;

  private volatile boolean isCounted;

  /** Of what is on the disk and what is on its way there. */
  private long held;

  private long onTheWay;

  /** What a count that is under way may not see. */
  private long unseen;

  private long takenSinceCount;
  private long awaited;

  /** The last that there was. */
  private @Nullable Thread sweeper;

  private boolean isSweeping;
  private long began;
  private long rests = now();
  private boolean isClosed;

  /**
   * @param limit in bytes, at least 1
   * @param folder for the name of the thread that sweeps it
   */
  Budget(long limit, Sweep sweep, String folder) {
    this.limit = limit;
    this.step = limit / STEPS;
    this.sweep = sweep;
    this.folder = folder;
  }

  long limit() {
    return limit;
  }

  /** Empty until it was counted. */
  synchronized OptionalLong held() {
    return isCounted ? OptionalLong.of(Math.max(0, held)) : OptionalLong.empty();
  }

  /** Has what there is counted, if it was not yet. */
  void begin() {
    if (!isCounted) {
      isSweeping();
    }
  }

  /**
   * Waits until there is room for so many bytes, and gives it away; {@link #landed} must follow.
   *
   * @param bytes no more than the limit
   * @throws IOException if there is no room for now
   */
  synchronized void take(long bytes) throws IOException, InterruptedException {
    long end = now() + PATIENCE;
    while (!fits(bytes)) {
      await(bytes, end);
    }
    held += bytes;
    onTheWay += bytes;
    unseen += bytes;
    takenSinceCount += bytes;
    if (!isCounted || takenSinceCount > step || isTight()) {
      isSweeping();
    }
  }

  private boolean fits(long bytes) {
    return isCounted ? held + bytes <= limit : takenSinceCount + bytes <= step;
  }

  private void await(long bytes, long end) throws IOException, InterruptedException {
    boolean isAnyHope = isSweeping() || onTheWay > 0;
    long left = Math.min(end, began + PATIENCE) - now();
    if (!isAnyHope || left <= 0) {
      throw new IOException("nothing is free below its limit of " + limit + " bytes for now");
    }
    awaited += bytes;
    try {
      wait(left);
    } finally {
      awaited -= bytes;
    }
  }

  /**
   * What was taken is on the disk, or will not get there.
   *
   * @param freed bytes, of what was there before or of what did not come
   */
  synchronized void landed(long bytes, long freed) {
    onTheWay -= bytes;
    held -= freed;
    if (awaited > 0) {
      notifyAll();
    }
  }

  synchronized void free(long bytes) {
    held -= bytes;
  }

  /** Somebody begins to count what is on the disk. */
  synchronized void counting() {
    unseen = onTheWay;
    takenSinceCount = 0;
  }

  /** What came meanwhile may have been counted as well: rather too much than too little. */
  synchronized void counted(long bytes) {
    held = bytes + unseen;
    isCounted = true;
    notifyAll();
  }

  /** How many bytes a sweep has to free; none if zero or less. */
  synchronized long excess() {
    return held - Math.min(limit - 2 * step, limit - awaited);
  }

  /** About as many bytes a sweep will have to free once it has counted. */
  synchronized long likelyExcess() {
    return 2 * step + awaited;
  }

  /** Whether the last twentieth has begun, or somebody waits. */
  synchronized boolean isTight() {
    return held > limit - step || held + awaited > limit;
  }

  synchronized boolean isAnyOnTheWay() {
    return onTheWay > 0;
  }

  /** Begins a sweep, unless one is under way or there is no sense in it. */
  private synchronized boolean isSweeping() {
    if (!isSweeping && !isClosed && now() >= rests) {
      isSweeping = true;
      began = now();
      sweeper = new Thread(this::sweep, "azulejo makes room in " + folder);
      sweeper.setDaemon(true);
      sweeper.start();
    }
    return isSweeping;
  }

  private void sweep() {
    boolean isStuck = true;
    try {
      isStuck = sweep.isStuck(this);
    } catch (InterruptedException e) {
      // The cache is closed.
    } finally {
      swept(isStuck);
    }
  }

  private synchronized void swept(boolean isStuck) {
    isSweeping = false;
    rests = isStuck ? now() + REST : now();
    notifyAll();
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  /** Ends the sweep, if there is one. */
  @Override
  public void close() throws InterruptedException {
    Thread sweeping;
    synchronized (this) {
      isClosed = true;
      sweeping = sweeper;
    }
    if (sweeping != null) {
      sweeping.interrupt();
      sweeping.join();
    }
  }
}
