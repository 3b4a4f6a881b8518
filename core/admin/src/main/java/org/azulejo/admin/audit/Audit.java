package org.azulejo.admin.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.operation.AuditTrail;
import org.azulejo.operation.AuditTrail.Entry;
import org.azulejo.operation.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down every change and every attempt that was refused: who, what, from where, result.
 * Strangers who knock all the time cause at most {@value #MOST_KNOCKS} lines a minute. Safe for
 * many threads.
 */
public final class Audit {
  static final int MOST_KNOCKS = 60;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Logger log = LoggerFactory.getLogger("org.azulejo.audit");

  private final AuditTrail trail;
  private final InstantSource clock;
  private Instant since = Instant.MIN;
  private int knocks;

  /** Something to be done. */
  @FunctionalInterface
  public interface Deed<T> {
    T run() throws Exception;
  }

  public Audit(AuditTrail trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /** Does it and writes down how it went. */
  public <T> T watch(Visitor by, String what, Deed<T> deed) throws Exception {
    T result = attempt(by, what, deed);
    add(by, what, "done", true);
    return result;
  }

  /** Does it, and writes down only if that did not go well: nothing is changed by it. */
  public <T> T attempt(Visitor by, String what, Deed<T> deed) throws Exception {
    try {
      return deed.run();
    } catch (Exception e) {
      boolean isSentence = e instanceof RefusedException || e instanceof Problem;
      add(by, what, isSentence ? e.getMessage() : "failed: " + e, false);
      throw e;
    }
  }

  /** Writes down that somebody was not let in, or not allowed something. */
  public void refuse(Visitor by, String what, String why) {
    if (by.isKnown() || mayWrite()) {
      add(by, what, why, false);
    }
  }

  private void add(Visitor by, String what, String result, boolean isDone) {
    String role = by.isKnown() ? by.role().word() : "-";
    trail.add(new Entry(clock.instant(), by.name(), role, what, by.from(), result, isDone));
  }

  private synchronized boolean mayWrite() {
    Instant now = clock.instant();
    if (now.isAfter(since.plus(MINUTE))) {
      if (knocks > MOST_KNOCKS) {
        log.info("{} more were refused and not written down.", knocks - MOST_KNOCKS);
      }
      since = now;
      knocks = 0;
    }
    knocks++;
    return knocks <= MOST_KNOCKS;
  }

  /** What came by all doors and is in memory, the latest first. */
  public List<Entry> entries() {
    return trail.entries();
  }
}
