package org.azulejo.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FetchTest {
  @Test
  void everythingIsRead() throws IOException {
    byte[] much = new byte[200_000];
    much[199_999] = 7;
    assertThat(Fetch.bounded(new ByteArrayInputStream(much), Duration.ofMinutes(1)))
        .isEqualTo(much);
  }

  @Test
  void whatDripsWithoutAnEndIsGivenUp() {
    var dripping =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            buffer[offset] = ' ';
            return 1;
          }
        };
    assertThatThrownBy(() -> Fetch.bounded(dripping, Duration.ofMillis(10)))
        .isInstanceOf(IOException.class)
        .hasMessage("It takes longer than 0 seconds.");
  }
}
