package org.azulejo.engine.layer;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/**
 * Lets one thread do what several ask for at once; the others wait and share the result or the
 * exception. Nothing is kept once it is done.
 */
final class SingleFlight<K, V> {
  private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  V fly(K key, Callable<V> work) throws Exception {
    var mine = new CompletableFuture<V>();
    CompletableFuture<V> flight = flights.putIfAbsent(key, mine);
    while (flight != null) {
      try {
        return follow(flight);
      } catch (BrokenOffException e) {
        flight = flights.putIfAbsent(key, mine);
      }
    }
    return lead(key, mine, work);
  }

  private V lead(K key, CompletableFuture<V> flight, Callable<V> work) throws Exception {
    try {
      V result = work.call();
      flights.remove(key, flight);
      flight.complete(result);
      return result;
    } catch (Throwable e) {
      flights.remove(key, flight);
      flight.completeExceptionally(e);
      throw e;
    }
  }

  private static <V> V follow(CompletableFuture<V> flight) throws Exception {
    try {
      return flight.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof InterruptedException) {
        throw new BrokenOffException(cause);
      }
      if (cause instanceof Exception exception) {
        throw exception;
      }
      throw (Error) cause;
    }
  }

  /** The thread that led was told to stop: no reason for those who followed. */
  private static final class BrokenOffException extends Exception {
    BrokenOffException(Throwable cause) {
      super(cause);
    }
  }
}
