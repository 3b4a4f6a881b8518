package org.azulejo.admin.repository;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.azulejo.admin.exchange.Problem;

/** A folder. What a link in it leads to elsewhere is none of it. */
record FileShelf(URI base) implements Shelf {
  @Override
  public Optional<InputStream> open(String path) throws Problem {
    try {
      Path root = Path.of(base).toRealPath();
      Path file = root.resolve(path).toRealPath();
      return file.startsWith(root) && Files.isRegularFile(file)
          ? Optional.of(Files.newInputStream(file))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Problem(502, "The repository cannot be read.");
    }
  }
}
