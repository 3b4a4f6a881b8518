package org.azulejo.cache.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
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
      isStuck = isStuck(budget, realRoot());
    } while (!isStuck && budget.isTight());
    return isStuck && !budget.isAnyOnTheWay();
  }

  /** Without links; of a folder that is not there, what its path says. */
  private Path realRoot() {
    try {
      return tree.root().toRealPath();
    } catch (IOException e) {
      return tree.root();
    }
  }

  private boolean isStuck(Budget budget, Path root) throws InterruptedException {
    var oldest = new OldestFiles(budget.likelyExcess());
    budget.counting();
    budget.counted(count(root, oldest));
    boolean isAnyGone = makeRoom(budget, root, oldest);
    return !isAnyGone && budget.excess() > 0;
  }

  private long count(Path root, OldestFiles oldest) throws InterruptedException {
    var count = new Count(root, oldest);
    try {
      Files.walkFileTree(root, count);
    } catch (IOException e) {
      throw new UncheckedIOException("The visitor passes over what fails.", e);
    }
    endIfTold();
    return count.bytes;
  }

  private boolean makeRoom(Budget budget, Path root, OldestFiles oldest)
      throws InterruptedException {
    boolean isAnyGone = false;
    for (OldestFiles.Entry entry : oldest.inOrder()) {
      if (budget.excess() <= 0) {
        break;
      }
      endIfTold();
      if (remove(entry.file(), root)) {
        budget.free(entry.size());
        isAnyGone = true;
      }
    }
    return isAnyGone;
  }

  private static void endIfTold() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Whether it is gone, be it by another server's doing. */
  private boolean remove(Path file, Path root) {
    Path folder = file.getParent();
    try {
      if (!folder.toRealPath().startsWith(root)) {
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
    private final Path root;
    private final OldestFiles oldest;
    private long bytes;

    Count(Path root, OldestFiles oldest) {
      this.root = root;
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
