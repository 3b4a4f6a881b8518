package org.azulejo.admin.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.azulejo.admin.access.Tokens;
import org.azulejo.admin.exchange.Body;
import org.azulejo.admin.exchange.Problem;

/**
 * A jar that was sent or fetched, kept on disk until it is used, so that what was looked at is what
 * is used. Closing removes it.
 *
 * @param digest SHA-256 in hexadecimal digits
 */
public record Spool(Path path, String digest) implements AutoCloseable {

  /**
   * Reads to the end.
   *
   * @param most bytes
   * @throws Problem 413 if there are more, or it breaks off
   */
  public static Spool of(InputStream in, long most) throws Problem, IOException {
    // The JDK gives such files to their owner alone.
    Path path = Files.createTempFile("azulejo-", ".jar");
    MessageDigest digest = Tokens.sha256();
    try {
      try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
        copy(in, out, most);
      }
      return new Spool(path, HexFormat.of().formatHex(digest.digest()));
    } catch (Problem | IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private static void copy(InputStream in, OutputStream out, long most)
      throws Problem, IOException {
    byte[] buffer = new byte[1 << 16];
    long sum = 0;
    for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
      sum += read;
      if (sum > most) {
        throw Body.tooLong("jar", most);
      }
      out.write(buffer, 0, read);
    }
  }

  private static int read(InputStream in, byte[] buffer) throws Problem {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw Body.broken("jar", e);
    }
  }

  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
