package org.azulejo.engine.edit;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;
import org.azulejo.engine.configuration.ConfigurationSource.LocalFile;
import org.azulejo.operation.ConflictException;
import org.azulejo.operation.RefusedException;

/** The configuration on the disk. Sentences name the file alone, and not the way to it. */
record TextFile(LocalFile source) {
  /**
   * @throws RefusedException if it is no file that can be read twice, such as a pipe
   * @throws IOException with a sentence
   */
  byte[] read() throws RefusedException, IOException {
    Path file = source.file();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new RefusedException(
          "The configuration %s is no ordinary file, and cannot be edited here."
              .formatted(source.name()));
    }
    try {
      return source.bytes();
    } catch (IOException e) {
      throw new IOException(
          "The configuration %s cannot be read: %s".formatted(source.name(), e.getMessage()), e);
    }
  }

  /**
   * Puts other bytes in the place of these, in one step: whoever reads the file finds the old ones
   * or the new ones, also after a power failure. The file keeps its permissions and, where that is
   * allowed, its owner; a symbolic link keeps leading to it.
   *
   * @throws ConflictException if it holds something else by now
   * @throws RefusedException if the file or its folder must not be written to
   */
  void replace(byte[] expected, byte[] bytes) throws RefusedException, IOException {
    Path file = real();
    if (!Files.isWritable(file)) {
      throw new RefusedException(
          "The server is not allowed to write to the configuration %s.".formatted(source.name()));
    }
    try {
      replace(file, expected, bytes);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new RefusedException(
          "The configuration %s cannot be replaced (%s); the server must be allowed to write to its"
                  .formatted(source.name(), reason)
              + " folder, too.",
          e);
    }
  }

  private Path real() throws ConflictException, IOException {
    try {
      return source.file().toRealPath();
    } catch (NoSuchFileException e) {
      throw new ConflictException("Somebody else has removed the configuration meanwhile.");
    }
  }

  private void replace(Path file, byte[] expected, byte[] bytes)
      throws RefusedException, IOException {
    Path fresh = file.resolveSibling(".azulejo-" + UUID.randomUUID() + ".tmp");
    try {
      Files.copy(file, fresh, StandardCopyOption.COPY_ATTRIBUTES);
      write(fresh, bytes);
      if (!Arrays.equals(read(), expected)) {
        throw new ConflictException(
            "Somebody else has changed the configuration meanwhile; look at it again.");
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    settle(file.getParent());
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE, TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Has the folder remember the new file; where folders cannot be opened, it does so anyway. */
  private static void settle(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The edit is done, and in the worst case a power failure undoes it.
    }
  }
}
