package org.azulejo.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository with all that the one of this build holds, by way of links, and with our
 * own artifacts as {@code mvn install} would put them there. So a test can build against them
 * offline, and neither installs anything for good nor finds what was installed long ago.
 */
record ShadowRepository(Path folder) implements AutoCloseable {
  private static final String VERSION = "0.1.0-SNAPSHOT";

  /** Surefire tells where the repository of this build is. */
  private static final Path REPOSITORY = Path.of(System.getProperty("localRepository"));

  static ShadowRepository at(Path folder) throws IOException {
    var shadow = new ShadowRepository(folder);
    link(REPOSITORY, folder, "org");
    link(REPOSITORY.resolve("org"), folder.resolve("org"), "azulejo");
    for (String parent : List.of("", "core", "effects")) {
      shadow.install(Home.CHECKOUT.resolve(parent), parent.isEmpty() ? "azulejo" : parent);
    }
    for (String bundle : List.of("api", "engine", "testkit")) {
      shadow.install(Home.CHECKOUT.resolve("core").resolve(bundle), "org.azulejo." + bundle);
    }
    return shadow;
  }

  /** Removes the links; what they lead to stays. */
  @Override
  public void close() throws IOException {
    for (Path linked : List.of(folder, folder.resolve("org"))) {
      try (Stream<Path> all = Files.list(linked)) {
        for (Path link : all.filter(Files::isSymbolicLink).toList()) {
          Files.delete(link);
        }
      }
    }
  }

  /** Links to everything in a folder but one. */
  private static void link(Path from, Path to, String but) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> all = Files.list(from)) {
      for (Path one : all.filter(path -> !path.endsWith(but)).toList()) {
        Files.createSymbolicLink(to.resolve(one.getFileName()), one);
      }
    }
  }

  private void install(Path module, String artifact) throws IOException {
    String name = artifact + "-" + VERSION;
    Path target = folder.resolve("org/azulejo").resolve(artifact).resolve(VERSION);
    Files.createDirectories(target);
    Files.copy(module.resolve("pom.xml"), target.resolve(name + ".pom"));
    Path jar = module.resolve("target").resolve(name + ".jar");
    if (Files.exists(jar)) {
      Files.copy(jar, target.resolve(name + ".jar"));
    }
  }
}
