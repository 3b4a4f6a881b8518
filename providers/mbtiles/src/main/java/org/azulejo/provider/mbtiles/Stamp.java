package org.azulejo.provider.mbtiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells a file from the one that was there before.
 *
 * @param key the file's number, where the file system has such
 * @param isAtRest whether no other program has a change to it under way
 */
record Stamp(FileTime modified, long size, @Nullable Object key, boolean isAtRest) {
  /**
   * @throws IOException with a sentence, if there is no such file
   */
  static Stamp of(Path path) throws IOException {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new IOException(path + " is not a file.");
      }
      return new Stamp(
          attributes.lastModifiedTime(), attributes.size(), attributes.fileKey(), isAtRest(path));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + path + ".", e);
    }
  }

  /** SQLite keeps changes under way in files beside. */
  private static boolean isAtRest(Path path) {
    return isAbsent(path, "-wal") && isAbsent(path, "-journal");
  }

  private static boolean isAbsent(Path path, String suffix) {
    return !Files.exists(path.resolveSibling(path.getFileName() + suffix));
  }
}
