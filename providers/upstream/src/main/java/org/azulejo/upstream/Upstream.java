package org.azulejo.upstream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.azulejo.api.UpstreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody else's server, asked with patience that ends and into a memory that has bounds. Bears
 * many threads, and closing at any time. Comes from a {@link ConnectionPool}.
 */
public final class Upstream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

  /** What another server than the configured one may hear, too. */
  private static final Set<String> HARMLESS = Set.of("User-Agent", "Referer");

  private final UpstreamOptions options;
  private final Redirects redirects;
  private final Line line;

  Upstream(UpstreamOptions options, Redirects redirects, Line line) {
    this.options = options;
    this.redirects = redirects;
    this.line = line;
  }

  /**
   * The bytes at an address, or empty if the server says that there are none: 404, 410 and 204.
   *
   * @param address from {@link Address#of}
   * @throws UpstreamException with a sentence that clients may read
   */
  public Optional<byte[]> fetch(URI address) throws IOException, InterruptedException {
    return Address.isFile(address)
        ? LocalFile.read(Path.of(address), options.mostBytes())
        : travel(address);
  }

  private Optional<byte[]> travel(URI configured) throws IOException, InterruptedException {
    line.open();
    long end = System.nanoTime() + options.timeout().toNanos();
    Redirects.Stop stop = by(end, () -> redirects.start(configured));
    for (int redirected = 0; redirected <= Redirects.MOST; redirected++) {
      HttpResponse<byte[]> answer = ask(configured, stop.address(), end);
      if (!Redirects.isRedirect(answer.statusCode())) {
        return body(answer);
      }
      stop = next(stop, answer.headers().firstValue("Location"), end);
    }
    throw new UpstreamException(
        "The upstream server redirects more than %d times.".formatted(Redirects.MOST));
  }

  private Redirects.Stop next(Redirects.Stop from, Optional<String> location, long end)
      throws IOException, InterruptedException {
    return by(end, () -> redirects.next(from, location));
  }

  /** Looking up names takes as long as it takes; we wait no longer than we promised. */
  private <T> T by(long end, Callable<T> task) throws IOException, InterruptedException {
    return line.call(task, end - System.nanoTime());
  }

  private HttpResponse<byte[]> ask(URI configured, URI address, long end)
      throws IOException, InterruptedException {
    HttpRequest request = request(configured, address);
    var handler = BoundedBody.of(options.mostBytes());
    HttpResponse<byte[]> answer = line.send(request, handler, end - System.nanoTime());
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} answered {} with {} bytes.",
          Address.printable(address),
          answer.statusCode(),
          answer.body().length);
    }
    return answer;
  }

  private HttpRequest request(URI configured, URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    boolean isHome = isHome(configured, address);
    if (isHome && configured.getUserInfo() != null) {
      byte[] user = configured.getUserInfo().getBytes(StandardCharsets.UTF_8);
      request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
    }
    options.headers().entrySet().stream()
        .filter(header -> isHome || HARMLESS.stream().anyMatch(header.getKey()::equalsIgnoreCase))
        .forEach(header -> request.setHeader(header.getKey(), header.getValue()));
    return request.build();
  }

  /** Whether this is the configured server, perhaps made secure: headers may hold secrets. */
  private static boolean isHome(URI configured, URI address) {
    boolean isSecured = Address.port(configured) == 80 && Address.port(address) == 443;
    return configured.getHost().equalsIgnoreCase(address.getHost())
        && (isSecured || Address.port(configured) == Address.port(address));
  }

  private static Optional<byte[]> body(HttpResponse<byte[]> answer) throws UpstreamException {
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(answer.body());
      case 204, 404, 410 -> Optional.empty();
      default ->
          throw new UpstreamException(
              "The upstream server answered %d.".formatted(answer.statusCode()));
    };
  }

  /** Leaves the pool of connections; what is under way fails. */
  @Override
  public void close() {
    line.close();
  }
}
