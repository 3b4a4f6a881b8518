package org.azulejo.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {
  private static final int OFTEN = 200_000;

  private final AtomicBoolean stopped = new AtomicBoolean();

  @TempDir Path root;

  @Test
  void aFolderThatComesAndGoesIsNotTakenForAFile() throws Exception {
    Path folder = root.resolve("osm");
    var other = new Thread(() -> makeAndRemove(folder), "another server");
    other.start();
    try {
      for (int i = 0; i < OFTEN; i++) {
        makeOrGiveUp(folder);
      }
    } finally {
      stopped.set(true);
      other.join();
    }
  }

  private void makeOrGiveUp(Path folder) throws IOException {
    try {
      tree().within(folder, made -> made);
    } catch (NoSuchFileException e) {
      // It was gone each time that it looked.
    }
  }

  private void makeAndRemove(Path folder) {
    while (!stopped.get()) {
      try {
        Files.createDirectory(folder);
        Files.delete(folder);
      } catch (IOException e) {
        // The tree was quicker, or has not noticed yet that the folder is gone.
        folder.toFile().delete();
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkToAFolderIsAFolder() throws Exception {
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(root.resolve("osm"), elsewhere);
    Optional<Path> made = tree().within(link.resolve("12"), topmost -> topmost);
    assertThat(made).contains(link.resolve("12"));
    assertThat(elsewhere.resolve("12")).isDirectory();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkToNowhereIsNoFolder() throws Exception {
    Path link = Files.createSymbolicLink(root.resolve("osm"), root.resolve("nowhere"));
    assertThatThrownBy(() -> tree().within(link, made -> made))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("osm");
  }

  private Tree tree() {
    return new Tree(root, new Umask(022));
  }
}
