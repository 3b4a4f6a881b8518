package org.azulejo.http.exchange;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.UpstreamException;
import org.azulejo.layer.LayerFailedException;
import org.azulejo.layer.LayerWaitingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator what went wrong: a warning for each fault, but for the same fault in the same
 * place at most once a minute. Safe for many threads.
 */
public final class FaultLog {
  private static final Logger log = LoggerFactory.getLogger(FaultLog.class);
  private static final long QUIET_MILLIS = 60_000;
  private static final int REMEMBERED = 1000;

  private final Map<String, Long> warned = new ConcurrentHashMap<>();
  private final Clock clock;

  public FaultLog(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param where what was asked for
   * @param place what faults are counted by, for example a layer
   */
  public void tell(String place, String where, Throwable problem) {
    if (!isNews(place + "|" + problem.getClass().getName() + "|" + problem.getMessage())) {
      log.debug("{}: {}", where, problem.toString());
    } else if (isExplained(problem)) {
      log.warn("{}: {}", where, problem.getMessage());
      log.debug("{}", where, problem);
    } else {
      log.warn("{} failed.", where, problem);
    }
  }

  /** Whether it was not warned of within the last minute. */
  private boolean isNews(String fault) {
    long now = clock.millis();
    Long then = warned.get(fault);
    if (then != null) {
      return now - then >= QUIET_MILLIS && warned.replace(fault, then, now);
    }
    if (warned.size() >= REMEMBERED) {
      warned.clear();
    }
    return warned.putIfAbsent(fault, now) == null;
  }

  private static boolean isExplained(Throwable problem) {
    return problem instanceof UpstreamException
        || problem instanceof ConfigurationException
        || problem instanceof LayerFailedException
        || problem instanceof LayerWaitingException;
  }
}
