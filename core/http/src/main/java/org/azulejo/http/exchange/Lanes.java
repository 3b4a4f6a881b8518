package org.azulejo.http.exchange;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Shares threads out by lanes, one for each layer: no lane has more than half of the threads at
 * once, so that a layer with a slow upstream leaves some for the others. Safe for many threads.
 */
public final class Lanes {
  private final Executor threads;
  private final int most;
  private final int admitted;
  private final Map<String, Lane> lanes = new HashMap<>();
  private int inside;
  private long refused;

  /**
   * @param threads that can queue whatever is admitted here
   * @param count of those threads
   * @param queued how many may wait for a thread
   */
  public Lanes(Executor threads, int count, int queued) {
    this.threads = threads;
    this.most = Math.max(1, count / 2);
    this.admitted = count + queued;
  }

  /**
   * Has the work done when it is its lane's turn.
   *
   * @throws RejectedExecutionException if too much waits already
   */
  public synchronized void execute(String name, Runnable work) {
    if (inside >= admitted) {
      refused++;
      throw new RejectedExecutionException("Too many requests wait for a drawing.");
    }
    Lane lane = lanes.computeIfAbsent(name, n -> new Lane());
    if (lane.running < most) {
      threads.execute(() -> run(name, lane, work));
      lane.running++;
    } else {
      lane.waiting.add(work);
    }
    inside++;
  }

  /** How much waits for a thread. */
  public synchronized int queued() {
    return inside - lanes.values().stream().mapToInt(lane -> lane.running).sum();
  }

  /** How much was refused so far. */
  public synchronized long refused() {
    return refused;
  }

  private void run(String name, Lane lane, Runnable work) {
    try {
      work.run();
    } finally {
      next(name, lane);
    }
  }

  private synchronized void next(String name, Lane lane) {
    inside--;
    Runnable work = lane.waiting.poll();
    if (work != null) {
      hand(() -> run(name, lane, work));
    } else if (--lane.running == 0) {
      lanes.remove(name);
    }
  }

  private void hand(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      // They are closed: nobody waits for it any more.
    }
  }

  private static final class Lane {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;
  }
}
