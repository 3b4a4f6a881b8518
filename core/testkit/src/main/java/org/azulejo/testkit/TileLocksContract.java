package org.azulejo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.api.TileLocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@link TileLocks} promise. The test of a cache that has locks implements this. */
@SuppressWarnings("try")
public interface TileLocksContract {
  /**
   * A cache as one server has it. Further calls within a test are further servers upon the same
   * store. The contract closes them.
   */
  TileCache server() throws Exception;

  @Test
  @Timeout(120)
  default void onlyOneHoldsTheLock() throws Exception {
    try (TileCache one = server();
        TileCache other = server()) {
      var inside = new AtomicInteger();
      var most = new AtomicInteger();
      Callable<Void> here = () -> holdOften(locks(one), inside, most);
      Callable<Void> there = () -> holdOften(locks(other), inside, most);
      Together.run(List.of(here, here, there, there));
      assertThat(most).hasValue(1);
    }
  }

  private static Void holdOften(TileLocks locks, AtomicInteger inside, AtomicInteger most)
      throws Exception {
    for (int i = 0; i < 3; i++) {
      try (TileLock lock = locks.lock(LockSeeker.KEY, LockSeeker.LONG)) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        Thread.sleep(2);
        inside.decrementAndGet();
      }
    }
    return null;
  }

  @Test
  @Timeout(60)
  default void otherTilesHaveOtherLocks() throws Exception {
    try (TileCache cache = server();
        TileLock lock = locks(cache).lock(LockSeeker.KEY, LockSeeker.LONG)) {
      TileKey neighbour = TileSamples.key("locked", 12, 656, 1583);
      TileKey doubled =
          new TileKey("locked", LockSeeker.KEY.coordinate(), LockSeeker.KEY.format(), 2);
      for (TileKey key : List.of(neighbour, doubled, TileSamples.key("group/it's ..odd"))) {
        locks(cache).lock(key, LockSeeker.LONG).close();
      }
    }
  }

  /** They do not wait for each other, and make and remove whatever they share. */
  @Test
  @Timeout(60)
  default void manyThreadsLockNeighboursAtOnce() throws Exception {
    try (TileCache one = server();
        TileCache other = server()) {
      List<Callable<Void>> seekers =
          IntStream.range(0, 16)
              .<Callable<Void>>mapToObj(
                  row -> () -> lockRow(locks(row % 2 == 0 ? one : other), row))
              .toList();
      Together.run(seekers);
    }
  }

  private static Void lockRow(TileLocks locks, int row) throws Exception {
    for (int column = 0; column < 20; column++) {
      locks.lock(TileSamples.key("locked", 5, column, row), LockSeeker.LONG).close();
    }
    return null;
  }

  @Test
  @Timeout(60)
  default void aLockKeepsNobodyFromReadingAndWriting() throws Exception {
    TileKey key = LockSeeker.KEY;
    try (TileCache holder = server();
        TileCache other = server();
        TileLock lock = locks(holder).lock(key, LockSeeker.LONG)) {
      holder.write(key, TileSamples.tile(key, 100), Duration.ZERO);
      assertThat(other.read(key)).isPresent();
      other.remove(key);
      assertThat(holder.read(key)).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  default void aClosedLockIsFree() throws Exception {
    try (TileCache one = server();
        TileCache other = server()) {
      locks(one).lock(LockSeeker.KEY, LockSeeker.LONG).close();
      locks(other).lock(LockSeeker.KEY, LockSeeker.LONG).close();
      locks(one).lock(LockSeeker.KEY, LockSeeker.LONG).close();
    }
  }

  @Test
  @Timeout(60)
  default void closingALockTwiceDoesNotFreeTheNextHoldersLock() throws Exception {
    try (TileCache one = server();
        TileCache other = server()) {
      TileLock first = locks(one).lock(LockSeeker.KEY, LockSeeker.LONG);
      first.close();
      try (TileLock second = locks(other).lock(LockSeeker.KEY, LockSeeker.LONG)) {
        first.close();
        LockSeeker.seek(locks(one)).mustStillWait();
      }
    }
  }

  @Test
  @Timeout(60)
  default void aStaleLockIsTakenOver() throws Exception {
    try (TileCache dead = server();
        TileCache alive = server()) {
      Duration stale = Duration.ofMillis(300);
      locks(dead).lock(LockSeeker.KEY, stale);
      locks(alive).lock(LockSeeker.KEY, stale).close();
      locks(dead).lock(LockSeeker.KEY, LockSeeker.LONG).close();
    }
  }

  @Test
  @Timeout(60)
  default void whoLostAStaleLockCannotFreeItForTheNextHolder() throws Exception {
    try (TileCache slow = server();
        TileCache next = server()) {
      TileLock lost = locks(slow).lock(LockSeeker.KEY, Duration.ofMillis(300));
      locks(next).lock(LockSeeker.KEY, Duration.ofMillis(300)).close();
      try (TileLock held = locks(next).lock(LockSeeker.KEY, LockSeeker.LONG)) {
        lost.close();
        LockSeeker.seek(locks(slow)).mustStillWait();
      }
    }
  }

  @Test
  @Timeout(60)
  default void aWaitingThreadCanBeInterruptedAndTakesNothing() throws Exception {
    try (TileCache one = server();
        TileCache other = server()) {
      TileLock held = locks(one).lock(LockSeeker.KEY, LockSeeker.LONG);
      LockSeeker.seek(locks(other)).mustStillWait();
      held.close();
      locks(one).lock(LockSeeker.KEY, LockSeeker.LONG).close();
    }
  }

  @Test
  @Timeout(60)
  default void aWaitingThreadGetsTheLockWhenItIsFree() throws Exception {
    try (TileCache one = server();
        TileCache other = server()) {
      TileLock held = locks(one).lock(LockSeeker.KEY, LockSeeker.LONG);
      List<LockSeeker> seekers =
          List.of(LockSeeker.seek(locks(one)), LockSeeker.seek(locks(other)));
      held.close();
      assertThat(seekers).allMatch(LockSeeker::getsTheLock);
    }
  }

  private static TileLocks locks(TileCache cache) {
    return cache.locks().orElseThrow(() -> new AssertionError("The cache has no locks."));
  }
}
