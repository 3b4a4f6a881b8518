package org.azulejo.admin.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file that only its owner may read and write, where the file system knows of owners as POSIX
 * does. Written in one step: whoever reads finds the old text or the new one.
 */
public record OwnersFile(Path path) {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Whether others can be kept from reading. */
  public boolean canBePrivate() throws IOException {
    Files.createDirectories(folder());
    return Files.getFileStore(folder()).supportsFileAttributeView("posix");
  }

  boolean exists() {
    return Files.exists(path);
  }

  String read() throws IOException {
    return Files.readString(path);
  }

  /**
   * Takes rights away from others.
   *
   * @return whether they had any
   */
  boolean close() throws IOException {
    if (!canBePrivate() || OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
      return false;
    }
    Files.setPosixFilePermissions(path, OWNERS);
    return true;
  }

  public void write(String text) throws IOException {
    FileAttribute<?>[] rights =
        canBePrivate()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(folder(), path.getFileName().toString(), ".new", rights);
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private Path folder() {
    return path.toAbsolutePath().getParent();
  }
}
