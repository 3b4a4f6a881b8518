package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** No more than a number of bytes; the files least recently used make room for others. */
final class BoundedSpace implements Space {
  private final Budget budget;
  private final Uses uses;
  private final Logger log;
  private final AtomicBoolean isTooLargeSaid = new AtomicBoolean();

  BoundedSpace(Budget budget, Uses uses, Logger log) {
    this.budget = budget;
    this.uses = uses;
    this.log = log;
  }

  @Override
  public void write(Path file, int bytes, Deed deed) throws IOException, InterruptedException {
    long size = Blocks.of(bytes);
    if (size > budget.limit()) {
      sayTooLarge(file, bytes);
      remove(file);
      return;
    }
    budget.take(size);
    long freed = size;
    try {
      long before = sizeOf(file);
      deed.run();
      freed = before;
    } finally {
      budget.landed(size, freed);
    }
    uses.written(file);
  }

  private void sayTooLarge(Path file, int bytes) {
    if (!isTooLargeSaid.getAndSet(true)) {
      log.warn(
          "The tile {} has {} bytes, more than the limit of its disk cache, {}; such tiles are"
              + " served, and not cached.",
          file,
          bytes,
          budget.limit());
    }
  }

  @Override
  public void remove(Path file) throws IOException {
    long size = sizeOf(file);
    if (Files.deleteIfExists(file)) {
      budget.free(size);
    }
  }

  private static long sizeOf(Path file) throws IOException {
    try {
      return Blocks.of(Files.size(file));
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  @Override
  public void used(Path file, BasicFileAttributes before) {
    uses.read(file, before.lastAccessTime().toInstant());
    budget.begin();
  }

  @Override
  public OptionalLong size() {
    return budget.held();
  }

  @Override
  public void close() throws InterruptedException {
    budget.close();
  }
}
