package org.azulejo.provider.mbtiles;

import java.io.IOException;
import java.nio.file.FileSystemException;
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
   * @throws IOException with the end of a sentence that begins with the file, if there is none
   */
  static Stamp of(Path path) throws IOException {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new IOException("is not a file.");
      }
      return new Stamp(
          attributes.lastModifiedTime(), attributes.size(), attributes.fileKey(), isAtRest(path));
    } catch (NoSuchFileException e) {
      throw new IOException("is not there.", e);
    } catch (FileSystemException e) {
      throw new IOException("cannot be looked at (%s).".formatted(reason(e)), e);
    }
  }

  /** Without the path, which is nobody's business but the operator's. */
  private static String reason(FileSystemException e) {
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }

  /** SQLite keeps changes under way in files beside. */
  private static boolean isAtRest(Path path) {
    return isAbsent(path, "-wal") && isAbsent(path, "-journal");
  }

  private static boolean isAbsent(Path path, String suffix) {
    return !Files.exists(path.resolveSibling(path.getFileName() + suffix));
  }
}
