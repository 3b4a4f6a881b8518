package org.azulejo.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Predicate;

/** A copy of the built server in a folder of a test, with a deploy folder of its own. */
record Home(Path folder) {
  static final Path BUILT = Path.of(System.getProperty("azulejo.home")).normalize();
  static final Path CHECKOUT = Path.of(System.getProperty("azulejo.checkout")).normalize();

  static Home copiedTo(Path folder) throws IOException {
    copy(BUILT, folder, path -> true);
    return new Home(folder);
  }

  /**
   * Copies a folder with permissions.
   *
   * @param wanted whether a folder in it, told by its path from there, is copied, too
   */
  static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (!wanted.test(from.relativize(dir))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(dir).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  Path deploy() {
    return folder.resolve("deploy");
  }

  /** Adds a line to the settings. */
  void setting(String line) throws IOException {
    Path settings = folder.resolve("etc/org.azulejo.cfg");
    Files.writeString(settings, "\n" + line + "\n", StandardOpenOption.APPEND);
  }

  Path pins() {
    return folder.resolve("etc/trust.pins");
  }

  /** Vouches for a jar by its digest, where the settings ask for that. */
  void pin(Path jar) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
    String line = HexFormat.of().formatHex(digest) + "  " + jar.getFileName() + ", looked at\n";
    Files.writeString(pins(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes a configuration at once, as a careful editor does. */
  Path configuration(String json) {
    Path file = folder.resolve("etc").resolve("test.json");
    try {
      Path fresh = Files.writeString(file.resolveSibling("test.json.new"), json);
      return Files.move(
          fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a plug-in into the deploy folder at once, under this name. */
  Path drop(Path jar, String name) throws IOException {
    Path fresh = folder.resolve(name + ".new");
    Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
    return Files.move(
        fresh,
        deploy().resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
