package org.azulejo.admin.repository;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.azulejo.admin.exchange.Problem;

/** A web server, and no other: it may not send us on. */
record WebShelf(URI base, Limits limits) implements Shelf {
  @Override
  public Optional<InputStream> open(String path) throws Problem {
    try {
      return open((HttpURLConnection) base.resolve(path).toURL().openConnection());
    } catch (IOException e) {
      throw new Problem(
          502,
          "The repository cannot be reached: %s (%s)."
              .formatted(e.getMessage(), e.getClass().getSimpleName()));
    }
  }

  private Optional<InputStream> open(HttpURLConnection connection) throws Problem, IOException {
    int patience = (int) limits.patience().toMillis();
    connection.setConnectTimeout(patience);
    connection.setReadTimeout(patience);
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(false);
    int status = connection.getResponseCode();
    if (status == HttpURLConnection.HTTP_OK) {
      return Optional.of(
          new Watched(
              connection.getInputStream(), connection.getContentLengthLong(), limits.longest()));
    }
    connection.disconnect();
    if (status == HttpURLConnection.HTTP_NOT_FOUND) {
      return Optional.empty();
    }
    throw new Problem(
        502,
        status / 100 == 3
            ? "The repository sends to another address (%d); that is not followed."
                .formatted(status)
            : "The repository answered %d.".formatted(status));
  }

  /** Fails if all of it takes too long, however lively it is, or if it ends too early. */
  private static final class Watched extends FilterInputStream {
    private final long began = System.nanoTime();
    private final long promised;
    private final Duration longest;
    private long sum;

    /**
     * @param promised bytes; negative if nobody knows
     */
    Watched(InputStream in, long promised, Duration longest) {
      super(in);
      this.promised = promised;
      this.longest = longest;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (System.nanoTime() - began > longest.toNanos()) {
        throw new IOException("it takes longer than %d seconds".formatted(longest.toSeconds()));
      } else if (read < 0 && sum < promised) {
        throw new IOException("it ended after %d of %d bytes".formatted(sum, promised));
      }
      sum += Math.max(0, read);
      return read;
    }
  }
}
