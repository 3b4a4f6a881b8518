package org.azulejo.engine.layer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is inside, and tells when the last one has left after the door was closed. */
final class Lifeline {
  /** Set when retired; below it the number of those inside. */
  private static final int RETIRED = 1 << 30;

  private final AtomicInteger state = new AtomicInteger();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /** Whether one may go in; if so, {@link #leave} must follow. */
  boolean enter() {
    int now;
    do {
      now = state.get();
      if (now >= RETIRED) {
        return false;
      }
    } while (!state.compareAndSet(now, now + 1));
    return true;
  }

  void leave() {
    if (state.decrementAndGet() == RETIRED) {
      end.complete(null);
    }
  }

  boolean isRetired() {
    return state.get() >= RETIRED;
  }

  /** Closes the door, once. What comes back is done when nobody is inside any more. */
  CompletionStage<Void> retire() {
    if (!isRetired() && state.addAndGet(RETIRED) == RETIRED) {
      end.complete(null);
    }
    return end;
  }
}
