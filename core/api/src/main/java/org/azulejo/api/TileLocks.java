package org.azulejo.api;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Locks in a store that several servers share, so that one of them draws and the others wait. */
@ConsumerType
public interface TileLocks {
  /**
   * Waits for the lock and takes it.
   *
   * @param stale a lock held by another for longer than this is broken: its holder is thought dead
   * @throws InterruptedException if the waiting thread is interrupted; the lock is not taken then
   */
  TileLock lock(TileKey key, Duration stale) throws Exception;
}
