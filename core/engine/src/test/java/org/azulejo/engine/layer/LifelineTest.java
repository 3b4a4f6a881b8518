package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LifelineTest {
  private final Lifeline lifeline = new Lifeline();

  @Test
  void withNobodyInsideItEndsAtOnce() {
    assertThat(lifeline.retire().toCompletableFuture()).isDone();
    assertThat(lifeline.isRetired()).isTrue();
    assertThat(lifeline.enter()).isFalse();
  }

  @Test
  void itEndsWhenTheLastOneHasLeft() {
    assertThat(lifeline.enter()).isTrue();
    assertThat(lifeline.enter()).isTrue();
    var end = lifeline.retire().toCompletableFuture();
    lifeline.leave();
    assertThat(end).isNotDone();
    lifeline.leave();
    assertThat(end).isDone();
  }

  @Test
  void leavingAnOpenDoorEndsNothing() {
    lifeline.enter();
    lifeline.leave();
    assertThat(lifeline.isRetired()).isFalse();
    assertThat(lifeline.enter()).isTrue();
  }

  @Test
  void nobodyIsInsideOnceItHasEnded() throws InterruptedException {
    var inside = new AtomicInteger();
    var wrong = new AtomicInteger();
    var started = new CountDownLatch(4);
    var pool = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      pool.execute(
          () -> {
            started.countDown();
            while (lifeline.enter()) {
              inside.incrementAndGet();
              inside.decrementAndGet();
              lifeline.leave();
            }
          });
    }
    started.await();
    lifeline
        .retire()
        .thenRun(() -> wrong.addAndGet(inside.get()))
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
    pool.shutdown();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(wrong).hasValue(0);
  }
}
