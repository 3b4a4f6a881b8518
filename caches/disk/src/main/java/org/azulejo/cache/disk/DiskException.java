package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A sentence for whoever looks after the disk; names paths, so not for clients. */
final class DiskException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param deed that failed: read, write, remove, lock
   */
  DiskException(String deed, Path path, IOException cause) {
    super("The disk cache cannot %s %s: %s.".formatted(deed, path, reason(cause)), cause);
  }

  /** The file system's own messages are mostly a path and nothing more. */
  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException e) {
      return e.getFile() + " is there and no folder";
    }
    if (cause instanceof DirectoryNotEmptyException e) {
      return "there is something in the folder " + e.getFile();
    }
    if (cause instanceof NoSuchFileException e) {
      return e.getFile() + " is gone";
    }
    if (cause instanceof FileSystemException e && e.getReason() != null) {
      return e.getReason();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
