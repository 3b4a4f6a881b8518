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
 * takes away another's, and expire by themselves. TileStache looks only at whether there is one,
 * and waits for ours as we do for its.
 */
public final class RemoteLocks implements TileLocks {
  /** The value of TileStache's locks; ours go on with a name of their own. */
  private static final String LOCKED = "locked.";

  private static final Duration POLL = Duration.ofMillis(50);

  private final LockStore store;

  public RemoteLocks(LockStore store) {
    this.store = store;
  }

  @Override
  public TileLock lock(TileKey key, Duration stale) throws Exception {
    String own = LOCKED + UUID.randomUUID();
    Optional<String> before = Optional.empty();
    Duration waited = Duration.ZERO;
    while (!store.add(key, own, stale)) {
      Optional<String> holder = store.holder(key);
      waited = holder.equals(before) ? waited.plus(POLL) : Duration.ZERO;
      before = holder;
      if (holder.isPresent() && isOurs(key, holder.get(), own, waited, stale)) {
        break;
      }
      Thread.sleep(POLL.toMillis());
    }
    return held(key, own);
  }

  /** It may be ours although we were not told, if the connection broke in that moment. */
  private boolean isOurs(TileKey key, String holder, String own, Duration waited, Duration stale)
      throws Exception {
    return holder.equals(own)
        || waited.compareTo(stale) > 0 && store.replace(key, holder, own, stale);
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
