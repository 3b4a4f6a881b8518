package org.azulejo.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();

  @Test
  void noLaneHasMoreThanHalfOfTheThreads() {
    var lanes = new Lanes(threads::add, 4, 10);
    for (int i = 0; i < 5; i++) {
      lanes.execute("slow", () -> done.add("slow"));
    }
    assertThat(threads).hasSize(2);
    lanes.execute("quick", () -> done.add("quick"));
    assertThat(threads).hasSize(3);
  }

  @Test
  void everythingIsDoneInItsTurn() {
    var lanes = new Lanes(threads::add, 4, 10);
    for (int i = 0; i < 5; i++) {
      String name = "slow " + i;
      lanes.execute("slow", () -> done.add(name));
    }
    work();
    assertThat(done).containsExactly("slow 0", "slow 1", "slow 2", "slow 3", "slow 4");
  }

  @Test
  void workThatFailsKeepsNobodyWaiting() {
    var lanes = new Lanes(threads::add, 1, 10);
    lanes.execute(
        "one",
        () -> {
          throw new IllegalStateException("broken");
        });
    lanes.execute("one", () -> done.add("next"));
    assertThatThrownBy(() -> threads.remove().run()).hasMessage("broken");
    work();
    assertThat(done).containsExactly("next");
  }

  @Test
  void whatWaitsWhenTheThreadsAreClosedIsDropped() {
    var lanes =
        new Lanes(
            work -> {
              if (!done.isEmpty()) {
                throw new RejectedExecutionException("closed");
              }
              threads.add(work);
            },
            1,
            10);
    lanes.execute("one", () -> done.add("first"));
    lanes.execute("one", () -> done.add("second"));
    work();
    assertThat(done).containsExactly("first");
  }

  @Test
  void whatIsTooMuchIsRefusedUntilSomethingIsDone() {
    var lanes = new Lanes(threads::add, 1, 1);
    lanes.execute("one", () -> done.add("first"));
    lanes.execute("two", () -> done.add("second"));
    assertThatThrownBy(() -> lanes.execute("three", () -> done.add("third")))
        .isInstanceOf(RejectedExecutionException.class);
    threads.remove().run();
    lanes.execute("three", () -> done.add("third"));
    work();
    assertThat(done).containsExactly("first", "second", "third");
  }

  private void work() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }
}
