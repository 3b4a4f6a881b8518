package org.azulejo.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder {@code deploy} of an installation. */
record JarFolder(Path path) {
  /**
   * @param home as a property of the framework: written for File Install, which takes backslashes
   *     and braces for its own
   */
  static JarFolder below(String home) {
    return new JarFolder(Path.of(home.replaceAll("\\\\([\\\\{}])", "$1"), "deploy"));
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
