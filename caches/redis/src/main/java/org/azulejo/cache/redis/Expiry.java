package org.azulejo.cache.redis;

import java.time.Duration;

/** Times to live that Redis takes. */
final class Expiry {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Expiry() {}

  /** At least one, and no more than a century: Redis refuses both. */
  static long milliseconds(Duration lifespan) {
    Duration bounded = lifespan.compareTo(LONGEST) > 0 ? LONGEST : lifespan;
    return Math.max(1, bounded.toMillis());
  }
}
