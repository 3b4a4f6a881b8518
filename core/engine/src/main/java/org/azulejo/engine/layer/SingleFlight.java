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
    return flight == null ? lead(key, mine, work) : follow(flight);
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
      if (e.getCause() instanceof InterruptedException) {
        throw new IllegalStateException("The drawing was broken off.", e);
      }
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw new IllegalStateException("The drawing failed.", e.getCause());
    }
  }
}
