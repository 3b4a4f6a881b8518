package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** Puts whole files into place: written aside, then renamed. */
final class TileWriter {
  private static final String PREFIX = "azulejo-";
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** More entries than the root of any cache has, of layers and unfinished files. */
  private static final int MOST_ENTRIES = 10_000;

  private final Tree tree;
  private final InstantSource clock;
  private final AtomicBoolean swept = new AtomicBoolean();

  TileWriter(Tree tree, InstantSource clock) {
    this.tree = tree;
    this.clock = clock;
  }

  /** Readers see the file of before or the new one. Nothing is left behind if it fails. */
  void write(Path file, byte[] bytes, Instant made) throws IOException {
    Path root = tree.root();
    Path unfinished = tree.within(root, any -> Files.createTempFile(root, PREFIX, suffix(file)));
    try {
      sweepOnce();
      Files.write(unfinished, bytes);
      tree.umask().openFile(unfinished);
      Files.setLastModifiedTime(unfinished, FileTime.from(made));
      tree.within(
          file.getParent(), any -> Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }

  private static String suffix(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.indexOf('.'));
  }

  /** Removes what a crash has left unfinished, once in a lifetime and as far as it can. */
  private void sweepOnce() {
    if (swept.getAndSet(true)) {
      return;
    }
    try {
      sweep();
    } catch (IOException | DirectoryIteratorException e) {
      // Somebody else sweeps as well, or may.
    }
  }

  private void sweep() throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(tree.root())) {
      int looked = 0;
      for (Path entry : entries) {
        if (++looked > MOST_ENTRIES) {
          return;
        }
        sweep(entry);
      }
    }
  }

  private void sweep(Path entry) throws IOException {
    if (entry.getFileName().toString().startsWith(PREFIX) && isAbandoned(entry)) {
      Files.deleteIfExists(entry);
    }
  }

  private boolean isAbandoned(Path entry) throws IOException {
    var attributes = Files.readAttributes(entry, BasicFileAttributes.class);
    Instant touched = attributes.lastModifiedTime().toInstant();
    return attributes.isRegularFile() && touched.isBefore(clock.instant().minus(ABANDONED));
  }
}
