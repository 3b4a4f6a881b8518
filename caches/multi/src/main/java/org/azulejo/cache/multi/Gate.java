package org.azulejo.cache.multi;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.cache.remote.Circuit;

/**
 * The way to a cache, which is shut when the cache is out of order: when a failure took its time,
 * as a time-out does, or when nothing but failures come back. Then every call fails at once, until
 * a thread of its own can read again. A single failure that comes at once may be about one tile,
 * and failures to write about a full disk that can be read: they cost nothing and shut nothing.
 */
final class Gate implements AutoCloseable {
  private static final TileKey PROBE = new TileKey("azulejo", new Coordinate(0, 0, 0), Format.PNG);
  private static final long COSTLY = Duration.ofMillis(100).toNanos();
  private static final int STREAK = 3;

  private final Circuit circuit;
  private final AtomicInteger failures = new AtomicInteger();

  /**
   * @param where it stands in the configuration
   */
  Gate(String where, TileCache cache) {
    Callable<?> probe = () -> outOfOrderUnless(() -> cache.read(PROBE));
    this.circuit = new Circuit(where, probe, OutOfOrderException.class::isInstance);
  }

  /** What the call gives, or its failure. */
  <T> T read(Callable<T> call) throws Exception {
    return pass(call, true);
  }

  /** What the call gives, or its failure. */
  <T> T write(Callable<T> call) throws Exception {
    return pass(call, false);
  }

  private <T> T pass(Callable<T> call, boolean isCounted) throws Exception {
    try {
      return circuit.call(() -> watched(call, isCounted));
    } catch (OutOfOrderException e) {
      throw e.failure;
    }
  }

  private <T> T watched(Callable<T> call, boolean isCounted) throws Exception {
    long begin = System.nanoTime();
    try {
      T answer = whole(call);
      if (isCounted && failures.get() > 0) {
        failures.set(0);
      }
      return answer;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      boolean isStreak = isCounted && failures.incrementAndGet() >= STREAK;
      if (isStreak || System.nanoTime() - begin > COSTLY) {
        throw new OutOfOrderException(e);
      }
      throw e;
    }
  }

  private static <T> T outOfOrderUnless(Callable<T> call) throws Exception {
    try {
      return whole(call);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new OutOfOrderException(e);
    }
  }

  /** A class that a cache does not find, or in another version, is a failure like any other. */
  private static <T> T whole(Callable<T> call) throws Exception {
    try {
      return call.call();
    } catch (LinkageError e) {
      throw new IllegalStateException("A class of the cache is missing: " + e, e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    circuit.close();
  }

  /** It is not the single call that failed. */
  private static final class OutOfOrderException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Exception failure;

    OutOfOrderException(Exception failure) {
      super(failure.getMessage(), failure);
      this.failure = failure;
    }
  }
}
