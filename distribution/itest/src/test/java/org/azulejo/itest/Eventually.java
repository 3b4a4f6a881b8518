package org.azulejo.itest;

import java.util.concurrent.Callable;

/** Waits for what must come true. */
final class Eventually {
  private static final long PATIENCE_MILLIS = 30_000;

  private Eventually() {}

  static void that(String what, Callable<Boolean> isTrue) throws Exception {
    that(what, PATIENCE_MILLIS, isTrue);
  }

  /** For what takes longer. */
  static void that(String what, long millis, Callable<Boolean> isTrue) throws Exception {
    long end = System.currentTimeMillis() + millis;
    while (!isTrue.call()) {
      if (System.currentTimeMillis() > end) {
        throw new AssertionError("It did not come true that " + what + ".");
      }
      Thread.sleep(20);
    }
  }
}
