package org.azulejo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private final Closing closing = new Closing(0);

  @Test
  void whatDoesNotComeToAnEndKeepsNothingElseOpen() throws Exception {
    var released = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    closing.execute(() -> awaitStubbornly(released));
    closing.execute(closed::countDown);
    assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    released.countDown();
    closing.close();
  }

  private static void awaitStubbornly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // Is for others.
      }
    }
  }

  @Test
  void whatComesAfterTheEndIsClosedByWhoeverBringsIt() {
    var closer = new Thread[1];
    closing.close();
    closing.execute(() -> closer[0] = Thread.currentThread());
    assertThat(closer).containsExactly(Thread.currentThread());
  }
}
