package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells a lock folder from another that stands in its place later. File systems give the keys
 * of removed files to new ones, so the time belongs to it.
 *
 * @param key of the file system, where it has such
 * @param made by the clock of the file system
 */
record LockMark(@Nullable Object key, FileTime made) {
  /** The mark of the folder that stands there now, if any does. */
  static Optional<LockMark> of(Path folder) throws IOException {
    try {
      var attributes =
          Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(new LockMark(attributes.fileKey(), attributes.lastModifiedTime()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  Duration age(Instant now) {
    return Duration.between(made.toInstant(), now);
  }
}
