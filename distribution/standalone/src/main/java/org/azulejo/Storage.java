package org.azulejo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A temporary folder for what the framework keeps. */
record Storage(Path folder) {
  /** Whose folder it is can be told, should one ever be left behind. */
  static final String PREFIX = "azulejo-" + ProcessHandle.current().pid() + "-";

  static Storage create() throws IOException {
    return new Storage(Files.createTempDirectory(PREFIX));
  }

  /** Deletes the folder, if it is still there. */
  synchronized void delete() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(Storage.class).warn("{} cannot be deleted.", folder, e);
    }
  }
}
