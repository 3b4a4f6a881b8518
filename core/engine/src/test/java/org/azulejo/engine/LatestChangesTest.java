package org.azulejo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.azulejo.operation.AuditTrail.Entry;
import org.junit.jupiter.api.Test;

class LatestChangesTest {
  private final LatestChanges changes = new LatestChanges();

  private static Entry entry(int second, boolean isDone) {
    Instant when = Instant.ofEpochSecond(second);
    return Entry.of(when, "the shell", "install " + second, isDone ? "done" : "No.", isDone);
  }

  @Test
  void theLatestComesFirst() {
    changes.add(entry(1, true));
    changes.add(entry(3, false));
    changes.add(entry(2, true));
    assertThat(changes.entries())
        .extracting(Entry::what)
        .containsExactly("install 3", "install 2", "install 1");
  }

  @Test
  void refusalsPushNoChangesOut() {
    changes.add(entry(0, true));
    for (int second = 1; second <= 250; second++) {
      changes.add(entry(second, false));
    }
    assertThat(changes.entries()).hasSize(101).contains(entry(0, true), entry(250, false));
  }

  @Test
  void anEntryIsOneLineOfBoundedLength() {
    Entry entry = Entry.of(Instant.EPOCH, "a\nb", "c\u2028d", "e".repeat(2000), false);
    assertThat(entry.who()).isEqualTo("a?b");
    assertThat(entry.what()).isEqualTo("c?d");
    assertThat(entry.result()).hasSize(500);
  }
}
