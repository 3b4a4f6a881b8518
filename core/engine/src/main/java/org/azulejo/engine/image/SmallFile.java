package org.azulejo.engine.image;

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
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(10).toMillis();

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
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    try (InputStream in = connection.getInputStream()) {
      return in.readNBytes(most);
    } finally {
      if (connection instanceof HttpURLConnection http) {
        http.disconnect();
      }
    }
  }
}
