package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When files were used last. It stands in their access times, which outlive the server and which
 * all servers on the folder share; they are written by ourselves, for many disks are mounted
 * without. A file that is read again and again has its time written once a minute, and the rest is
 * known here. Safe for many threads.
 */
final class Uses {
  private static final Duration GRAIN = Duration.ofMinutes(1);

  /** More are forgotten, and so seem unused for up to a minute longer than they are. */
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final Map<Path, Instant> lately = new ConcurrentHashMap<>();

  Uses(InstantSource clock) {
    this.clock = clock;
  }

  void written(Path file) {
    remember(file, clock.instant());
  }

  /**
   * @param before the access time of the file until now
   */
  void read(Path file, Instant before) {
    Instant now = clock.instant();
    remember(file, now);
    if (before.isBefore(now.minus(GRAIN)) || isYetToCome(before, now)) {
      touch(file, now);
    }
  }

  private void remember(Path file, Instant now) {
    if (lately.size() >= MOST) {
      lately.clear();
    }
    lately.put(file, now);
  }

  private static void touch(Path file, Instant now) {
    try {
      Files.getFileAttributeView(file, BasicFileAttributeView.class)
          .setTimes(null, FileTime.from(now), null);
    } catch (IOException e) {
      // It is gone, or belongs to another user; then the time of its writing has to do.
    }
  }

  /**
   * When it was used last.
   *
   * @param accessed as the file says
   */
  Instant last(Path file, Instant accessed) {
    Instant now = clock.instant();
    Instant onDisk = credible(accessed, now);
    Instant here = credible(lately.getOrDefault(file, Instant.MIN), now);
    return here.isAfter(onDisk) ? here : onDisk;
  }

  /** Once the clock was put back, times to come would keep a file until they have come. */
  private static Instant credible(Instant time, Instant now) {
    return isYetToCome(time, now) ? Instant.MIN : time;
  }

  private static boolean isYetToCome(Instant time, Instant now) {
    return time.isAfter(now.plus(GRAIN));
  }
}
