package org.azulejo.cache.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.api.TileLocks;

/**
 * Locks as TileStache has them: a value beside the tile. Ours tell who holds them, so that nobody
 * takes away another's, and expire by themselves if the store can do that. TileStache looks only at
 * whether there is one, and waits for ours as we do for its.
 */
public final class RemoteLocks implements TileLocks {
  /** The value of TileStache's locks; ours go on with a name of their own. */
  private static final String LOCKED = "locked.";

  private static final Duration POLL = Duration.ofMillis(50);

  private final LockStore store;
  private final Duration poll;

  public RemoteLocks(LockStore store) {
    this(store, POLL);
  }

  /**
   * @param poll how often whoever waits looks whether the lock is free
   */
  public RemoteLocks(LockStore store, Duration poll) {
    this.store = store;
    this.poll = poll;
  }

  @Override
  public TileLock lock(TileKey key, Duration stale) throws Exception {
    String own = LOCKED + UUID.randomUUID();
    while (!store.add(key, own, stale) && !isOursInTheEnd(key, own, stale)) {
      // Somebody else may have been quicker again.
    }
    return held(key, own);
  }

  /** Waits until the lock is free, or is ours after all. */
  private boolean isOursInTheEnd(TileKey key, String own, Duration stale) throws Exception {
    Optional<String> before = Optional.empty();
    long since = System.nanoTime();
    for (Optional<String> holder = store.holder(key);
        holder.isPresent();
        holder = store.holder(key)) {
      if (!holder.equals(before)) {
        before = holder;
        since = System.nanoTime();
      }
      boolean isStale = System.nanoTime() - since > stale.toNanos();
      if (isOurs(key, holder.get(), own, isStale, stale)) {
        return true;
      }
      Thread.sleep(poll.toMillis());
    }
    return false;
  }

  /** It may be ours although we were not told, if the connection broke in that moment. */
  private boolean isOurs(TileKey key, String holder, String own, boolean isStale, Duration stale)
      throws Exception {
    return holder.equals(own) || isStale && store.replace(key, holder, own, stale);
  }

  private TileLock held(TileKey key, String own) {
    var closed = new AtomicBoolean();
    return () -> {
      if (!closed.getAndSet(true)) {
        store.remove(key, own);
      }
    };
  }
}
