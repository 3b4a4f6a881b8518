package org.azulejo.cache.multi;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** Tells of failures: of the first, and of the first after things went well again. */
final class FailureStreak {
  private final String what;
  private final Logger log;
  private final AtomicBoolean lasts = new AtomicBoolean();

  FailureStreak(String what, Logger log) {
    this.what = what;
    this.log = log;
  }

  void tell(Throwable failure) {
    if (!lasts.getAndSet(true)) {
      log.warn("{}, and is passed over until it can: {}", what, failure.toString());
    }
  }

  void end() {
    if (lasts.get() && lasts.getAndSet(false)) {
      log.info("{}: that is over.", what);
    }
  }
}
