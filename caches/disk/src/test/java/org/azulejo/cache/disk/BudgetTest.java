package org.azulejo.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BudgetTest {
  private static final long LIMIT = 100;

  private final AtomicInteger sweeps = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private Budget budget = new Budget(LIMIT, this::nothingToRemove, "test");

  private boolean nothingToRemove(Budget it) {
    sweeps.incrementAndGet();
    it.counting();
    it.counted(90);
    return it.excess() > 0;
  }

  private boolean slow(Budget it) throws InterruptedException {
    released.await();
    return nothingToRemove(it);
  }

  private boolean emptying(Budget it) {
    sweeps.incrementAndGet();
    it.counting();
    it.counted(0);
    return false;
  }

  @AfterEach
  void close() throws InterruptedException {
    budget.close();
  }

  @Test
  void whatThereIsIsCountedBeforeMuchIsGivenAway() throws Exception {
    assertThat(budget.held()).isEmpty();
    budget.take(10);
    assertThat(budget.held()).hasValue(100);
  }

  @Test
  void whatCannotBeFreedIsRefusedAndNotTriedAtEachRequest() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> budget.take(20))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("limit of 100 bytes");
    }
    assertThat(sweeps).hasValue(1);
    assertThat(budget.held()).hasValue(90);
  }

  @Test
  void whoWaitsForARoomThatWasTakenGetsItWhenTheOtherDoesNotNeedIt() throws Exception {
    budget = new Budget(LIMIT, this::emptying, "test");
    budget.take(100);
    var second =
        new Thread(
            () -> {
              try {
                budget.take(50);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    second.start();
    budget.landed(100, 100);
    second.join();
    assertThat(budget.held()).hasValue(50);
  }

  /** The count is of files; what is on its way becomes one later. */
  @Test
  void whatIsOnItsWayIsNotForgottenByACount() throws Exception {
    budget = new Budget(LIMIT, this::emptying, "test");
    budget.take(60);
    emptying(budget);
    assertThat(budget.held()).hasValue(60);
    budget.landed(60, 0);
    emptying(budget);
    assertThat(budget.held()).hasValue(0);
  }

  @Test
  void aCountThatTakesLongKeepsNobodyFromTakingATwentieth() throws Exception {
    budget = new Budget(LIMIT, this::slow, "test");
    for (int i = 0; i < 5; i++) {
      budget.take(1);
    }
    assertThatThrownBy(() -> budget.take(1)).isInstanceOf(IOException.class);
    released.countDown();
  }

  @Test
  void closingEndsTheSweep() throws Exception {
    budget = new Budget(LIMIT, this::slow, "test");
    budget.begin();
    budget.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("azulejo makes room in test"));
    assertThatThrownBy(() -> budget.take(50)).isInstanceOf(IOException.class);
  }
}
