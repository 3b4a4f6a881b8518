package org.azulejo.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where every jar is looked at before it comes in. It is copied first, and the copy is what is
 * looked at and used, so that nobody can change it in between.
 *
 * @param folder for the copies; nobody else writes there
 * @param mostBytes that a jar may have
 */
record Gate(Path folder, long mostBytes, JarBounds bounds, Contract contract) {
  /**
   * A copy of the jar, to be closed.
   *
   * @throws IOException with the reason, if it cannot be a bundle for this server
   */
  Copy look(InputStream in) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "plug-in", ".jar");
    try {
      copy(in, file);
      return new Copy(PluginJar.of(file, bounds, contract));
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void copy(InputStream in, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[8192];
      long left = mostBytes;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw new IOException("it has more than %d bytes.".formatted(mostBytes));
        }
        out.write(buffer, 0, read);
      }
    }
  }

  /** A jar that was looked at; its file goes when this is closed. */
  record Copy(PluginJar jar) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(jar.file());
    }
  }
}
