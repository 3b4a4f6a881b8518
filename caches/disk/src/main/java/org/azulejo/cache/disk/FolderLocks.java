package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.api.TileLocks;

/**
 * Locks as TileStache has them: whoever can make the folder {@code 582.png.lock} holds the lock.
 *
 * <p>Two waiters who break a stale lock in the very same moment may both hold it. Then a tile is
 * drawn twice, and nothing worse, for files are written whole.
 *
 * <p>A lock under which no tile was written takes away the folders that came with it, lest requests
 * for tiles that do not exist fill the disk with folders. A TileStache that has just seen such a
 * folder and is about to lock a tile in it answers that one request with an error; we try again.
 */
final class FolderLocks implements TileLocks {
  private static final Duration POLL = Duration.ofMillis(50);

  /** By so much the clock of a file server may differ from ours. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final TilePaths paths;
  private final Tree tree;
  private final InstantSource clock;

  FolderLocks(TilePaths paths, Tree tree, InstantSource clock) {
    this.paths = paths;
    this.tree = tree;
    this.clock = clock;
  }

  @Override
  public TileLock lock(TileKey key, Duration stale) throws IOException, InterruptedException {
    Path folder = paths.lock(key);
    try {
      return lock(folder, stale);
    } catch (IOException e) {
      throw new DiskException("lock", folder, e);
    }
  }

  private TileLock lock(Path folder, Duration stale) throws IOException, InterruptedException {
    Optional<LockMark> before = Optional.empty();
    Duration waited = Duration.ZERO;
    Optional<TileLock> taken = take(folder);
    while (taken.isEmpty()) {
      Optional<LockMark> standing = LockMark.of(folder);
      waited = standing.equals(before) ? waited.plus(POLL) : Duration.ZERO;
      before = standing;
      if (standing.isPresent() && isStale(standing.get(), waited, stale)) {
        Files.deleteIfExists(folder);
      } else if (standing.isPresent()) {
        Thread.sleep(POLL.toMillis());
      }
      taken = take(folder);
    }
    return taken.get();
  }

  /**
   * Whoever has watched a folder stand for so long needs no clock to call it stale. The folder's
   * own time shortens the wait for the locks of a server that died long ago.
   */
  private boolean isStale(LockMark standing, Duration waited, Duration stale) {
    return waited.compareTo(stale) > 0
        || standing.age(clock.instant()).minus(SKEW).compareTo(stale) > 0;
  }

  /** The lock, unless another has it. */
  private Optional<TileLock> take(Path folder) throws IOException {
    try {
      return tree.within(folder.getParent(), made -> create(folder, made));
    } catch (FileAlreadyExistsException e) {
      if (folder.toString().equals(e.getFile())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<TileLock> create(Path folder, Optional<Path> made) throws IOException {
    tree.umask().createFolder(folder);
    return LockMark.of(folder).map(mark -> new FolderLock(tree, folder, mark, made));
  }
}
