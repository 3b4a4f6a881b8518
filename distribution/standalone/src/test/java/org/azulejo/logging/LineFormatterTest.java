package org.azulejo.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LineFormatterTest {
  @Test
  void aLineSaysHowGraveWhoAndWhat() {
    assertThat(line("The layer is there.", null))
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.]\\d{3} WARNING Layers: .*\\R")
        .contains("Layers: The layer is there.");
  }

  @Test
  void whatComesFromOutsideCannotForgeALine() {
    assertThat(line("no layer \"x\n2026-01-01 SEVERE Lie: \u001b[2J\"", null))
        .contains("\"x | 2026-01-01 SEVERE Lie: ?[2J\"")
        .hasLineCount(1);
  }

  @Test
  void aTraceFollowsBelow() {
    assertThat(line("It broke.", new IllegalStateException("Why.")))
        .contains("It broke.", "java.lang.IllegalStateException: Why.", "at org.azulejo.logging");
  }

  private static String line(String message, Throwable thrown) {
    var line = new LogRecord(Level.WARNING, message);
    line.setLoggerName("org.azulejo.engine.Layers");
    line.setThrown(thrown);
    return new LineFormatter().format(line);
  }
}
