package org.azulejo.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.azulejo.api.UpstreamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultLogTest {
  private static final Logger logger = Logger.getLogger(FaultLog.class.getName());

  private final List<LogRecord> warnings = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final FaultLog log = new FaultLog(clock());
  private final Handler handler = new Collector();

  private Clock clock() {
    InstantSource source = now::get;
    return source.withZone(ZoneOffset.UTC);
  }

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(handler);
  }

  @Test
  void theSameFaultIsToldOnceAMinuteAndOthersAtOnce() {
    log.tell("osm", "/osm/0/0/0.png", new IllegalStateException("a"));
    log.tell("osm", "/osm/0/0/1.png", new IllegalStateException("a"));
    assertThat(warnings).hasSize(1);
    log.tell("osm", "/osm/0/0/0.png", new IllegalStateException("b"));
    log.tell("other", "/other/0/0/0.png", new IllegalStateException("a"));
    assertThat(warnings).hasSize(3);
    now.set(now.get().plusSeconds(60));
    log.tell("osm", "/osm/0/0/0.png", new IllegalStateException("a"));
    assertThat(warnings).hasSize(4);
  }

  @Test
  void onlyWhatNobodyExpectedHasATrace() {
    log.tell("osm", "/osm/0/0/0.png", new IllegalStateException("a"));
    log.tell("osm", "/osm/0/0/0.png", new UpstreamException("They are down."));

    assertThat(warnings.get(0).getThrown()).hasMessage("a");
    assertThat(warnings.get(1).getThrown()).isNull();
    assertThat(warnings.get(1).getMessage()).isEqualTo("/osm/0/0/0.png: They are down.");
  }

  private final class Collector extends Handler {
    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().equals(Level.WARNING)) {
        warnings.add(record);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
