package org.azulejo.engine.image;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;

/** Fetches a small file that a configuration points at, within bounds. */
final class SmallFile {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private SmallFile() {}

  /**
   * Its bytes.
   *
   * @param location a file, http or https address
   * @param most bytes that it may have
   * @throws IOException with a sentence that does not name the location
   */
  static byte[] read(URI location, int most) throws IOException {
    byte[] bytes;
    try {
      bytes = fetch(location, most + 1);
    } catch (FileNotFoundException e) {
      throw new IOException("The file is not there.", e);
    } catch (SocketTimeoutException e) {
      throw new IOException("The file did not come within 10 seconds.", e);
    } catch (IOException e) {
      throw new IOException("The file cannot be read.", e);
    }
    if (bytes.length > most) {
      throw new IOException("The file is larger than %d bytes.".formatted(most));
    }
    return bytes;
  }

  private static byte[] fetch(URI location, int most) throws IOException {
    URLConnection connection = location.toURL().openConnection();
    connection.setConnectTimeout((int) PATIENCE.toMillis());
    connection.setReadTimeout((int) PATIENCE.toMillis());
    try (InputStream in = connection.getInputStream()) {
      return read(in, most);
    } finally {
      if (connection instanceof HttpURLConnection http) {
        http.disconnect();
      }
    }
  }

  /** Byte by byte, so that a server which dribbles them is not borne for longer either. */
  private static byte[] read(InputStream in, int most) throws IOException {
    long start = System.nanoTime();
    var bytes = new ByteArrayOutputStream(most);
    int next;
    while (bytes.size() < most && (next = in.read()) >= 0) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new SocketTimeoutException();
      }
      bytes.write(next);
    }
    return bytes.toByteArray();
  }
}
