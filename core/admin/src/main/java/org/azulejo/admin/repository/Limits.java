package org.azulejo.admin.repository;

import java.time.Duration;

/**
 * How much is fetched, and for how long.
 *
 * @param bytes of one jar
 * @param patience for a connection, and for each next part of what comes
 * @param longest for one file
 */
public record Limits(long bytes, Duration patience, Duration longest) {
  /** With as many bytes as an upload may have. */
  public static final Limits USUAL =
      new Limits(64 << 20, Duration.ofSeconds(10), Duration.ofMinutes(2));
}
