package org.azulejo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A temporary folder for what the framework keeps; it is this process's own. */
record Storage(Path folder) {
  /** Whose folder it is can be told, should one ever be left behind. */
  static final String PREFIX = "azulejo-" + ProcessHandle.current().pid() + "-";

  /** A folder that is still to be made. */
  static Storage fresh() {
    return new Storage(
        Path.of(System.getProperty("java.io.tmpdir"), PREFIX + UUID.randomUUID()).toAbsolutePath());
  }

  /**
   * @throws IOException if it cannot be made, or if somebody else has made it
   */
  void create() throws IOException {
    Files.createDirectory(folder);
  }

  /** Deletes the folder, if it is there. */
  void delete() {
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
