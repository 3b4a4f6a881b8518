package org.azulejo.cache.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RenewedTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int asked;
  private boolean isThere = true;
  private final Renewed<Integer> renewed = new Renewed<>(this::lend, () -> now);

  private Lent<Integer> lend() throws IOException {
    asked++;
    if (!isThere) {
      throw new IOException("nobody there");
    }
    return new Lent<>(asked, now.plus(HOUR));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void whatIsGoodIsNotAskedForAgain() throws Exception {
    assertThat(renewed.get()).isEqualTo(1);
    pass(Duration.ofMinutes(55));
    assertThat(renewed.get()).isEqualTo(1);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void itIsRenewedBeforeItsEnd() throws Exception {
    renewed.get();
    pass(Duration.ofMinutes(57));
    assertThat(renewed.get()).isEqualTo(2);
  }

  @Test
  void theOldOneHoldsWhileThereIsNoNewOne() throws Exception {
    renewed.get();
    pass(Duration.ofMinutes(57));
    isThere = false;
    assertThat(renewed.get()).isEqualTo(1);
    assertThat(renewed.get()).isEqualTo(1);
    assertThat(asked).isEqualTo(2);
    pass(Duration.ofSeconds(20));
    isThere = true;
    assertThat(renewed.get()).isEqualTo(3);
  }

  @Test
  void atItsEndItIsNotUsedAnyMore() throws Exception {
    renewed.get();
    pass(HOUR);
    isThere = false;
    assertThatThrownBy(renewed::get).hasMessage("nobody there");
    isThere = true;
    assertThat(renewed.get()).isEqualTo(3);
  }

  @Test
  void whatIsGoodForAMomentIsNotAskedForAtEachCall() throws Exception {
    var brief =
        new Renewed<>(
            () -> {
              asked++;
              return new Lent<>(asked, now.plusSeconds(60));
            },
            () -> now);
    brief.get();
    assertThat(brief.get()).isEqualTo(1);
    pass(Duration.ofSeconds(20));
    assertThat(brief.get()).isEqualTo(2);
    assertThat(brief.get()).isEqualTo(2);
  }

  @Test
  void whatHasNoEndIsAskedForOnce() throws Exception {
    var endless =
        new Renewed<>(
            () -> {
              asked++;
              return new Lent<>("for ever");
            },
            () -> now);
    endless.get();
    pass(Duration.ofDays(10_000));
    assertThat(endless.get()).isEqualTo("for ever");
    assertThat(asked).isEqualTo(1);
  }
}
