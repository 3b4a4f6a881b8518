package org.azulejo.cache.multi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailureStreakTest {
  private final Logger log = Logger.getLogger("failures of a test");
  private final List<String> said = new ArrayList<>();
  private final FailureStreak streak =
      new FailureStreak("It fails", LoggerFactory.getLogger("failures of a test"));

  FailureStreakTest() {
    log.setUseParentHandlers(false);
    log.addHandler(new Listener());
  }

  @Test
  void aStreakIsToldOnceAndItsEndToo() {
    streak.end();
    streak.tell(new IOException("full"));
    streak.tell(new IOException("still full"));
    streak.end();
    streak.end();
    streak.tell(new IOException("full again"));
    assertThat(said)
        .containsExactly(
            "It fails, and is passed over until it can: java.io.IOException: full",
            "It fails: that is over.",
            "It fails, and is passed over until it can: java.io.IOException: full again");
  }

  private final class Listener extends Handler {
    @Override
    public void publish(LogRecord record) {
      said.add(new SimpleFormatter().formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
