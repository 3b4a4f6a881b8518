package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.azulejo.api.TileLock;

/** A lock that is held, until it is closed or others break it. */
final class FolderLock implements TileLock {
  private final Tree tree;
  private final Path folder;
  private final LockMark mark;
  private final Optional<Path> made;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param made the topmost folder that came with the lock, and goes with it if no tile was written
   */
  FolderLock(Tree tree, Path folder, LockMark mark, Optional<Path> made) {
    this.tree = tree;
    this.folder = folder;
    this.mark = mark;
    this.made = made;
  }

  @Override
  public void close() throws IOException {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      remove();
    } catch (IOException e) {
      throw new DiskException("unlock", folder, e);
    }
    made.ifPresent(topmost -> tree.prune(folder.getParent(), topmost));
  }

  /** Removes the folder, but not one that another has put there after breaking this lock. */
  private void remove() throws IOException {
    if (LockMark.of(folder).filter(mark::equals).isPresent()) {
      Files.deleteIfExists(folder);
    }
  }
}
