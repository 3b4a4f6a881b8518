package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SingleFlightTest {
  private final SingleFlight<String, Object> flights = new SingleFlight<>();
  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch allowed = new CountDownLatch(1);

  /** Work that waits until it is allowed to go on. */
  private Callable<Object> slow(Callable<Object> then) {
    return () -> {
      runs.incrementAndGet();
      begun.countDown();
      allowed.await();
      return then.call();
    };
  }

  private static FutureTask<Object> start(Callable<Object> work) {
    var task = new FutureTask<>(work);
    var thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** One that leads, and as many that follow, all waiting. */
  private List<FutureTask<Object>> crowd(int followers, Callable<Object> then)
      throws InterruptedException {
    var crowd = new ArrayList<FutureTask<Object>>();
    crowd.add(start(() -> flights.fly("tile", slow(then))));
    begun.await();
    for (int i = 0; i < followers; i++) {
      crowd.add(start(() -> flights.fly("tile", slow(() -> "another run"))));
    }
    awaitFollowers(followers);
    return crowd;
  }

  private static void awaitFollowers(int count) throws InterruptedException {
    while (Thread.getAllStackTraces().values().stream()
            .filter(trace -> List.of(trace).toString().contains("SingleFlight.follow"))
            .count()
        < count) {
      Thread.sleep(1);
    }
  }

  @Test
  void allShareOneResult() throws Exception {
    var result = new Object();
    var crowd = crowd(20, () -> result);
    allowed.countDown();
    for (var one : crowd) {
      assertThat(one.get(30, TimeUnit.SECONDS)).isSameAs(result);
    }
    assertThat(runs).hasValue(1);
  }

  @Test
  void allShareOneException() throws Exception {
    var failure = new IOException("no such luck");
    var crowd =
        crowd(
            5,
            () -> {
              throw failure;
            });
    allowed.countDown();
    for (var one : crowd) {
      assertThatThrownBy(() -> one.get(30, TimeUnit.SECONDS)).hasCause(failure);
    }
    assertThat(runs).hasValue(1);
  }

  @Test
  void anErrorIsSharedAsWhatItIs() throws Exception {
    var failure = new NoClassDefFoundError("gone");
    var crowd =
        crowd(
            3,
            () -> {
              throw failure;
            });
    allowed.countDown();
    for (var one : crowd) {
      assertThatThrownBy(() -> one.get(30, TimeUnit.SECONDS)).hasCause(failure);
    }
  }

  @Test
  void whoeverIsInterruptedTakesNobodyDown() throws Exception {
    var crowd =
        crowd(
            3,
            () -> {
              throw new InterruptedException();
            });
    allowed.countDown();
    assertThatThrownBy(() -> crowd.get(0).get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
    for (var one : crowd.subList(1, 4)) {
      assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo("another run");
    }
  }

  @Test
  void aFollowerMayBeInterruptedWhileItWaits() throws Exception {
    start(() -> flights.fly("tile", slow(() -> "late")));
    begun.await();
    var thread = new Thread[1];
    var follower =
        start(
            () -> {
              thread[0] = Thread.currentThread();
              return flights.fly("tile", () -> "mine");
            });
    awaitFollowers(1);
    thread[0].interrupt();
    assertThatThrownBy(() -> follower.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    allowed.countDown();
  }

  @Test
  void nothingIsKept() throws Exception {
    assertThat(flights.fly("tile", () -> 1)).isEqualTo(1);
    assertThat(flights.fly("tile", () -> 2)).isEqualTo(2);
    assertThatThrownBy(() -> flights.fly("tile", () -> Integer.parseInt("x")))
        .isInstanceOf(NumberFormatException.class);
    assertThat(flights.fly("tile", () -> 3)).isEqualTo(3);
  }

  @Test
  void oneFlightMayStartAnother() throws Exception {
    assertThat(flights.fly("above", () -> flights.fly("below", () -> "both"))).isEqualTo("both");
  }
}
