package org.azulejo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFolderTest {
  @TempDir private Path folder;

  @Test
  void ownFilesAreThoseThatLieInItAndNoOthers() throws IOException {
    Path real = folder.toRealPath();
    JarFolder jars = JarFolder.at(real.resolve("deploy").toString());
    assertThat(jars.has(real.resolve("deploy/a.jar"))).isTrue();
    assertThat(jars.has(real.resolve("etc/a.jar"))).isFalse();
    assertThat(jars.has(real.resolve("deploy/b/a.jar"))).isFalse();
  }

  @Test
  void theFolderAndTheWayToItMayBeLinks() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).toRealPath();
    Path home = Files.createDirectory(folder.resolve("home"));
    try {
      Files.createSymbolicLink(home.resolve("deploy"), elsewhere);
      Files.createSymbolicLink(folder.resolve("link"), home);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("There are no symbolic links here.");
    }
    for (Path way : new Path[] {home, folder.resolve("link")}) {
      JarFolder jars = JarFolder.at(way.resolve("deploy").toString());
      assertThat(jars.has(elsewhere.resolve("a.jar"))).isTrue();
      jars.put("a.jar", Files.writeString(folder.resolve("a.jar"), "a"));
      assertThat(elsewhere.resolve("a.jar")).hasContent("a");
    }
  }
}
