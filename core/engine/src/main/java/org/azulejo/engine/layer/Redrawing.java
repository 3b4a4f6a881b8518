package org.azulejo.engine.layer;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws old tiles anew while they are still served, each once at a time, by threads that all layers
 * share. When there is too much to do, or a drawing has just failed, tiles stay old a little
 * longer: whoever asks for them next sets it going again. Safe for many threads.
 */
final class Redrawing<K> {
  private static final Logger log = LoggerFactory.getLogger(Redrawing.class);
  private static final long PAUSE_MILLIS = 1000;
  private static final long COMPLAINT_MILLIS = 60_000;

  private final Set<K> underWay = ConcurrentHashMap.newKeySet();
  private final String layer;
  private final Lifeline lifeline;
  private final Executor threads;
  private final InstantSource clock;
  private volatile boolean fails;
  private volatile long failedMillis;
  private volatile long complainedMillis = Long.MIN_VALUE / 2;

  /**
   * @param lifeline of the layer: once it is retired nothing is drawn any more
   */
  Redrawing(String layer, Lifeline lifeline, Executor threads, InstantSource clock) {
    this.layer = layer;
    this.lifeline = lifeline;
    this.threads = threads;
    this.clock = clock;
  }

  /** Whether the last drawing failed. */
  boolean fails() {
    return fails;
  }

  /** A drawing went well, of whatever tile. */
  void succeeded() {
    if (fails) {
      fails = false;
    }
  }

  /** A drawing failed, of whatever tile. */
  void failed() {
    failedMillis = clock.millis();
    fails = true;
  }

  /**
   * Has it drawn later.
   *
   * @param drawing tells by itself whether it {@link #succeeded} or {@link #failed}
   */
  void want(K key, Callable<?> drawing) {
    if (isPausing() || !underWay.add(key)) {
      return;
    }
    try {
      threads.execute(() -> run(key, drawing));
    } catch (RejectedExecutionException e) {
      underWay.remove(key);
    }
  }

  /** Not more often than once a minute: its tiles are asked for all the time. */
  private void complain(Throwable reason) {
    long now = clock.millis();
    if (Math.abs(now - complainedMillis) < COMPLAINT_MILLIS) {
      log.debug("A tile of the layer \"{}\" was not drawn anew.", layer, reason);
      return;
    }
    complainedMillis = now;
    log.warn(
        "The layer \"{}\" could not be drawn anew, and its old tiles are served: {}",
        layer,
        reason.toString());
  }

  private boolean isPausing() {
    long since = clock.millis() - failedMillis;
    return fails && since >= 0 && since < PAUSE_MILLIS;
  }

  private void run(K key, Callable<?> drawing) {
    try {
      // What was asked for before a drawing failed must not keep other layers waiting.
      if (!isPausing() && lifeline.enter()) {
        try {
          drawing.call();
        } finally {
          lifeline.leave();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | LinkageError e) {
      complain(e);
    } finally {
      underWay.remove(key);
    }
  }
}
