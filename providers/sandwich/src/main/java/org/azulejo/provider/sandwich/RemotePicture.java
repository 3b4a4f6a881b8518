package org.azulejo.provider.sandwich;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.azulejo.api.UpstreamException;
import org.azulejo.api.UpstreamTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A picture on a web server, fetched at first use and kept. A failure is kept for a while, too, so
 * that a server in trouble is not asked for every tile.
 */
final class RemotePicture implements Picture {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 1 << 24;

  private final URI location;
  private final LongSupplier nanoTime;
  private volatile @Nullable BufferedImage image;
  private @Nullable UpstreamException failure;
  private long failedAt;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  RemotePicture(URI location, LongSupplier nanoTime) {
    this.location = location;
    this.nanoTime = nanoTime;
  }

  @Override
  public BufferedImage image() throws UpstreamException {
    BufferedImage known = image;
    return known == null ? fetchOnce() : known;
  }

  private synchronized BufferedImage fetchOnce() throws UpstreamException {
    BufferedImage known = image;
    if (known == null) {
      throwRecentFailure();
      known = fetch();
      image = known;
    }
    return known;
  }

  private void throwRecentFailure() throws UpstreamException {
    if (failure != null && nanoTime.getAsLong() - failedAt < PAUSE.toNanos()) {
      throw failure;
    }
  }

  private BufferedImage fetch() throws UpstreamException {
    try {
      return LocalPicture.decode(download());
    } catch (SocketTimeoutException e) {
      throw failed(
          new UpstreamTimeoutException("The server of a picture in the stack is too slow.", e));
    } catch (IOException e) {
      throw failed(new UpstreamException("A picture in the stack cannot be fetched.", e));
    }
  }

  private UpstreamException failed(UpstreamException exception) {
    failure = exception;
    failedAt = nanoTime.getAsLong();
    return exception;
  }

  private byte[] download() throws IOException {
    var connection = (HttpURLConnection) location.toURL().openConnection();
    connection.setConnectTimeout((int) PATIENCE.toMillis());
    connection.setReadTimeout((int) PATIENCE.toMillis());
    connection.setRequestProperty("User-Agent", "Azulejo");
    try {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException(location + " answered " + connection.getResponseCode() + ".");
      }
      try (InputStream in = connection.getInputStream()) {
        return read(in);
      }
    } finally {
      connection.disconnect();
    }
  }

  private byte[] read(InputStream in) throws IOException {
    long start = nanoTime.getAsLong();
    var bytes = new ByteArrayOutputStream();
    var part = new byte[8192];
    for (int count = in.read(part); count >= 0; count = in.read(part)) {
      bytes.write(part, 0, count);
      if (bytes.size() > MOST_BYTES) {
        throw new IOException(location + " is larger than " + MOST_BYTES + " bytes.");
      }
      if (nanoTime.getAsLong() - start > PATIENCE.toNanos()) {
        throw new SocketTimeoutException(location + " comes too slowly.");
      }
    }
    return bytes.toByteArray();
  }
}
