package org.azulejo.admin.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.azulejo.admin.exchange.Problem;

/** A folder of the server whose jars may be installed. */
public record JarFolder(Path path) {
  private static final int MOST_LISTED = 200;

  /** Names of the jars in it. */
  public List<String> jars() {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .limit(MOST_LISTED)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * @param name relative to the folder
   * @throws Problem 404 if there is no such jar in it
   */
  Path jar(String name) throws Problem {
    try {
      Path real = path.toRealPath();
      Path jar = real.resolve(name).toRealPath();
      if (jar.startsWith(real) && Files.isRegularFile(jar) && jar.toString().endsWith(".jar")) {
        return jar;
      }
    } catch (IOException | InvalidPathException e) {
      // Said below: who asks need not know which files there are elsewhere.
    }
    throw new Problem(404, "There is no such jar in the folder to install from.");
  }
}
