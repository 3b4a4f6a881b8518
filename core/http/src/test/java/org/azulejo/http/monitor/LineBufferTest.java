package org.azulejo.http.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineBufferTest {
  private final LineBuffer lines = new LineBuffer();

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 10, 99, 100, 1234567890123L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void aNumberIsWrittenInItsDigits(long number) throws IOException {
    lines.number(number);
    assertThat(written()).isEqualTo(Long.toString(number));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"osm,\"osm\"", "``,\"\"", "a\"b\\c,\"a\\\"b\\\\c\"", "<ü>,\"\\u003cü\\u003e\""})
  void aTextIsOneOfJson(String text, String json) throws IOException {
    lines.put('=').text(text);
    assertThat(written()).isEqualTo("=" + json);
  }

  @Test
  void aLineFeedDoesNotEndALine() throws IOException {
    lines.text("a\nb");
    assertThat(written()).isEqualTo("\"a\\u000ab\"");
  }

  @Test
  void itGrowsAsLinesCome() throws IOException {
    lines.text("x".repeat(10_000)).number(7).text("y".repeat(10_000));
    assertThat(written()).hasSize(20_005).contains("x\"7\"y");
    assertThat(lines.size()).isZero();
  }

  private String written() throws IOException {
    var out = new ByteArrayOutputStream();
    lines.drainTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
