package org.azulejo.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.azulejo.api.UpstreamException;

/** A file in place of a server. */
final class LocalFile {
  private LocalFile() {}

  /** Its bytes; empty if there is no such file, or it is something else than a file. */
  static Optional<byte[]> read(Path file, int most) throws UpstreamException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new UpstreamException("The file is larger than %d bytes.".formatted(most));
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (UpstreamException e) {
      throw e;
    } catch (IOException e) {
      throw new UpstreamException("A file cannot be read.", e);
    }
  }
}
