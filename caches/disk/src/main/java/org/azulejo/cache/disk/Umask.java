package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The permissions that new files and folders do not get. That of the process stays as it is, and
 * counts for nothing. Where there are no such permissions, as on Windows, nothing is done.
 *
 * @param mask 0 to 0777
 */
record Umask(int mask) {
  private static final String MODE = "unix:mode";
  private static final int PERMISSIONS = 0777;

  /** Makes one folder with its permissions; its parent must be there. */
  void createFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
    open(folder, 0777);
  }

  /** Gives a finished file its permissions. */
  void openFile(Path file) throws IOException {
    open(file, 0666);
  }

  /** Leaves all other bits: a folder may have inherited that which hands its group on. */
  private void open(Path path, int permissions) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    int given = (int) Files.getAttribute(path, MODE);
    int wanted = given & ~PERMISSIONS | permissions & ~mask;
    if (wanted != given) {
      Files.setAttribute(path, MODE, wanted);
    }
  }
}
