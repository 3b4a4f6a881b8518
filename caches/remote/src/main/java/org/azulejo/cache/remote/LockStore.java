package org.azulejo.cache.remote;

import java.time.Duration;
import java.util.Optional;
import org.azulejo.api.TileKey;

/** What a server must be able to do to have locks. Each is one step that nobody else can split. */
public interface LockStore {
  /**
   * Puts the value there, if there is none.
   *
   * @param lifespan after which the server forgets it by itself, if it can
   */
  boolean add(TileKey key, String value, Duration lifespan) throws Exception;

  /** The value of whoever holds the lock. */
  Optional<String> holder(TileKey key) throws Exception;

  /** Puts the value in the place of that of another, unless that has changed. */
  boolean replace(TileKey key, String old, String value, Duration lifespan) throws Exception;

  /** Takes the value away, unless it has changed. */
  void remove(TileKey key, String value) throws Exception;
}
