package org.azulejo.deployment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder {@code deploy} of an installation. Its path is the one by which File Install knows it,
 * with every link followed: what is not taken for a file of this folder, File Install uses by
 * itself, without a look.
 */
record JarFolder(Path path) {
  /**
   * @param path as a property of the framework: written for File Install, which takes backslashes
   *     and braces for its own
   */
  static JarFolder at(String path) {
    var deploy = new File(path.replaceAll("\\\\([\\\\{}])", "$1"));
    try {
      return new JarFolder(deploy.getCanonicalFile().toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the file lies here. */
  boolean has(Path file) {
    return path.equals(file.toAbsolutePath().getParent());
  }

  /** Puts a copy of a jar here, in one step: whoever looks sees all of it. */
  void put(String name, Path jar) throws IOException {
    Path target = path.resolve(name);
    Path fresh = path.resolve(name + ".new");
    Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void remove(String name) throws IOException {
    Files.deleteIfExists(path.resolve(name));
  }
}
