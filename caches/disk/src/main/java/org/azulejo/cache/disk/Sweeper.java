package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the folder of a cache: counts the tiles and removes those least recently used. What
 * does not have the name of a tile is left alone, and links are not followed.
 */
final class Sweeper implements Budget.Sweep {
  private final TilePaths paths;
  private final Tree tree;
  private final Uses uses;

  Sweeper(TilePaths paths, Tree tree, Uses uses) {
    this.paths = paths;
    this.tree = tree;
    this.uses = uses;
  }

  @Override
  public boolean isStuck(Budget budget) throws InterruptedException {
    boolean isStuck;
    do {
      var oldest = new OldestFiles(budget.likelyExcess());
      budget.counting();
      budget.counted(count(oldest));
      boolean isAnyGone = makeRoom(budget, oldest);
      isStuck = !isAnyGone && budget.excess() > 0;
    } while (!isStuck && budget.isTight());
    return isStuck && !budget.isAnyOnTheWay();
  }

  private long count(OldestFiles oldest) throws InterruptedException {
    var count = new Count(oldest);
    try {
      Path root = tree.root().toRealPath();
      count.root = root;
      Files.walkFileTree(root, count);
    } catch (IOException e) {
      // There is no such folder yet, or it is gone.
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return count.bytes;
  }

  private boolean makeRoom(Budget budget, OldestFiles oldest) throws InterruptedException {
    boolean isAnyGone = false;
    for (OldestFiles.Entry entry : oldest.inOrder()) {
      if (budget.excess() <= 0) {
        break;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (remove(entry.file())) {
        budget.free(entry.size());
        isAnyGone = true;
      }
    }
    return isAnyGone;
  }

  /** Whether it is gone, be it by another server's doing. */
  private boolean remove(Path file) {
    Path folder = file.getParent();
    try {
      if (!folder.toRealPath().startsWith(tree.root().toRealPath())) {
        return false;
      }
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return Files.notExists(file);
    }
    tree.prune(folder, tree.root());
    return true;
  }

  private final class Count extends SimpleFileVisitor<Path> {
    private final OldestFiles oldest;
    private Path root = tree.root();
    private long bytes;

    Count(OldestFiles oldest) {
      this.oldest = oldest;
    }

    @Override
    public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
      Path name = root.relativize(visited);
      if (attributes.isRegularFile() && paths.isTile(name)) {
        Path file = tree.root().resolve(name);
        long size = Blocks.of(attributes.size());
        Instant used = uses.last(file, attributes.lastAccessTime().toInstant());
        bytes += size;
        oldest.add(new OldestFiles.Entry(file, size, used));
      }
      return next();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return next();
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return next();
    }

    private static FileVisitResult next() {
      return Thread.currentThread().isInterrupted()
          ? FileVisitResult.TERMINATE
          : FileVisitResult.CONTINUE;
    }
  }
}
