package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The folders of a cache. They come when they are needed; others may remove them at any time. */
record Tree(Path root, Umask umask) {
  private static final int ATTEMPTS = 10;

  /** Something to be done within a folder. */
  interface Deed<T> {
    /**
     * @param made the topmost folder that had to be made for it
     */
    T in(Optional<Path> made) throws IOException;
  }

  /** Does it once the folder is there, and again if somebody has removed the folder meanwhile. */
  <T> T within(Path folder, Deed<T> deed) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return deed.in(make(folder));
      } catch (NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Makes the folder and those above it. The result is the topmost that was not there before. */
  private Optional<Path> make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Path parent = folder.getParent();
    Optional<Path> topmost = parent == null ? Optional.empty() : make(parent);
    return create(folder) && topmost.isEmpty() ? Optional.of(folder) : topmost;
  }

  private boolean create(Path folder) throws IOException {
    try {
      umask.createFolder(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (isFolder(folder)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * @throws NoSuchFileException if it is gone again
   */
  private static boolean isFolder(Path path) throws IOException {
    var attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isDirectory() || Files.isDirectory(path);
  }

  /** Removes a folder and those above it, up to the topmost, as far as they are empty. */
  void prune(Path folder, Path topmost) {
    try {
      for (Path it = folder;
          it != null && it.startsWith(topmost) && !it.equals(root);
          it = it.getParent()) {
        Files.delete(it);
      }
    } catch (IOException e) {
      // It is in use, or gone already.
    }
  }
}
