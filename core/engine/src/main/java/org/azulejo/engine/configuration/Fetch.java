package org.azulejo.engine.configuration;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Reads what a configuration refers to, whole, within limits of time and size. */
final class Fetch {
  private static final int MOST_BYTES = 64 << 20;

  /** For a connection, and for each next part of the answer. */
  private static final int PATIENCE_MILLIS = 10_000;

  /** For the whole. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Fetch() {}

  /**
   * @throws IOException with a sentence that does not say where it lies
   */
  static byte[] bytes(URI location) throws IOException {
    return "file".equals(location.getScheme()) ? local(Path.of(location)) : remote(location);
  }

  private static byte[] local(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("It is a folder.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return bounded(in);
    } catch (NoSuchFileException e) {
      throw new FileNotFoundException("There is no such file.");
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new IOException("It cannot be opened (%s).".formatted(reason), e);
    }
  }

  private static byte[] remote(URI location) throws IOException {
    URLConnection connection = location.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setUseCaches(false);
    if (connection instanceof HttpURLConnection http && http.getResponseCode() != 200) {
      http.disconnect();
      throw new IOException("The server answered %d.".formatted(http.getResponseCode()));
    }
    try (InputStream in = connection.getInputStream()) {
      byte[] bytes = bounded(in);
      long announced = connection.getContentLengthLong();
      if (announced >= 0 && announced != bytes.length) {
        throw new IOException(
            "The server announced %d bytes and sent %d.".formatted(announced, bytes.length));
      }
      return bytes;
    }
  }

  private static byte[] bounded(InputStream in) throws IOException {
    return bounded(in, LONGEST);
  }

  /**
   * @throws IOException if there is too much of it, or if it takes longer than this
   */
  static byte[] bounded(InputStream in, Duration longest) throws IOException {
    long began = System.nanoTime();
    var bytes = new ByteArrayOutputStream();
    byte[] part = new byte[1 << 16];
    for (int read = in.read(part); read >= 0; read = in.read(part)) {
      bytes.write(part, 0, read);
      if (bytes.size() > MOST_BYTES) {
        throw new TooLargeException();
      }
      if (System.nanoTime() - began > longest.toNanos()) {
        throw new IOException("It takes longer than %d seconds.".formatted(longest.toSeconds()));
      }
    }
    return bytes.toByteArray();
  }

  /** There is more of it than we read. */
  static final class TooLargeException extends IOException {
    TooLargeException() {
      super("It is larger than %d bytes.".formatted(MOST_BYTES));
    }
  }
}
