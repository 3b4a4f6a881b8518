package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The permissions that new files and folders do not get. That of the process stays as it is, and
 * counts for nothing. Where there are no such permissions, as on Windows, nothing is done.
 *
 * @param mask 0 to 0777
 */
record Umask(int mask) {
  /** Makes one folder with its permissions; its parent must be there. */
  void createFolder(Path folder) throws IOException {
    if (!isPosix(folder)) {
      Files.createDirectory(folder);
      return;
    }
    Set<PosixFilePermission> permissions = permissions(0777);
    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(permissions));
    // The system has taken away what the umask of the process says.
    Files.setPosixFilePermissions(folder, permissions);
  }

  /** Gives a finished file its permissions. */
  void openFile(Path file) throws IOException {
    if (isPosix(file)) {
      Files.setPosixFilePermissions(file, permissions(0666));
    }
  }

  private Set<PosixFilePermission> permissions(int mode) {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (PosixFilePermission permission : PosixFilePermission.values()) {
      // They are declared from the owner's reading, 0400, to the others' executing, 0001.
      int bit = 0400 >> permission.ordinal();
      if ((mode & ~mask & bit) != 0) {
        permissions.add(permission);
      }
    }
    return permissions;
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
