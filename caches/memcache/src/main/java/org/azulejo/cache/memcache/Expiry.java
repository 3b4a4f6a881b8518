package org.azulejo.cache.memcache;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Times to live as memcached takes them: seconds from now; what is more than thirty days, it takes
 * for seconds since 1970.
 */
record Expiry(InstantSource clock) {
  /** What is stored so is gone at once. */
  static final int AT_ONCE = -1;

  private static final int NEVER = 0;
  private static final Duration LONGEST_FROM_NOW = Duration.ofDays(30);

  /**
   * @param lifespan zero is for ever, and so is what ends after 2038, where its seconds do
   */
  int of(Duration lifespan) {
    if (lifespan.compareTo(LONGEST_FROM_NOW) <= 0) {
      return (int) lifespan.plusNanos(999_999_999).toSeconds();
    }
    long now = clock.instant().getEpochSecond();
    return lifespan.toSeconds() > Integer.MAX_VALUE - now
        ? NEVER
        : (int) (now + lifespan.toSeconds());
  }
}
