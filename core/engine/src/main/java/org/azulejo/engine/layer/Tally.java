package org.azulejo.engine.layer;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.LayerFigures.Mishap;
import org.azulejo.layer.LayerFigures.Times;

/** Counts what becomes of a layer's requests, over all its rebuildings. Safe for many threads. */
public final class Tally {
  /** As Prometheus has them by default, and some for what is quick or takes very long. */
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
  };

  private static final int MOST_MISHAPS = 10;

  private final LongAdder hits = new LongAdder();
  private final LongAdder drawn = new LongAdder();
  private final LongAdder absent = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final AtomicLongArray counts = new AtomicLongArray(BOUNDS.length + 1);
  private final LongAdder nanos = new LongAdder();
  private final Deque<Mishap> mishaps = new ArrayDeque<>();
  private final InstantSource clock;
  private final LongSupplier ticker;

  /**
   * @param clock of when something went wrong
   * @param ticker nanoseconds since whenever
   */
  public Tally(InstantSource clock, LongSupplier ticker) {
    this.clock = clock;
    this.ticker = ticker;
  }

  void hit() {
    hits.increment();
  }

  void drawn() {
    drawn.increment();
  }

  void absent() {
    absent.increment();
  }

  void error(String tile, Throwable problem) {
    errors.increment();
    mishap(tile, problem);
  }

  /** Something went wrong, but the request was answered all the same. */
  void mishap(String tile, Throwable problem) {
    String message = problem.getMessage();
    String sentence = message == null ? problem.getClass().getSimpleName() : message;
    synchronized (mishaps) {
      if (mishaps.size() == MOST_MISHAPS) {
        mishaps.removeLast();
      }
      mishaps.addFirst(new Mishap(clock.instant(), tile, sentence));
    }
  }

  /** Does the work and counts how long it took, unless it failed. */
  <T> T timed(Callable<T> drawing) throws Exception {
    long start = ticker.getAsLong();
    T result = drawing.call();
    long took = ticker.getAsLong() - start;
    nanos.add(took);
    counts.incrementAndGet(place(took / 1e9));
    return result;
  }

  private static int place(double seconds) {
    int found = Arrays.binarySearch(BOUNDS, seconds);
    return found >= 0 ? found : -found - 1;
  }

  LayerFigures figures(OptionalLong cacheBytes) {
    return new LayerFigures(
        hits.sum(), drawn.sum(), absent.sum(), errors.sum(), times(), latestMishaps(), cacheBytes);
  }

  private Times times() {
    return new Times(
        Arrays.stream(BOUNDS).boxed().toList(),
        IntStream.range(0, counts.length()).mapToObj(counts::get).toList(),
        nanos.sum() / 1e9);
  }

  private List<Mishap> latestMishaps() {
    synchronized (mishaps) {
      return List.copyOf(mishaps);
    }
  }
}
