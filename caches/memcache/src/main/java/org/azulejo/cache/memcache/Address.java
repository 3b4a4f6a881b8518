package org.azulejo.cache.memcache;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a memcached is.
 *
 * @param host a name or an address; one of IPv6 stands in brackets
 */
record Address(String host, int port) {
  private static final int USUAL_PORT = 11211;
  private static final Pattern WRITTEN =
      Pattern.compile("(?:inet6?:)?(\\[[^\\]]+\\]|[^:\\[\\]/\\s]+)(?::(\\d{1,5}))?");

  /** The address as TileStache writes it: {@code host}, {@code host:port}, {@code [::1]:port}. */
  static Optional<Address> of(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    int port = written.group(2) == null ? USUAL_PORT : Integer.parseInt(written.group(2));
    return port < 1 || port > 65535
        ? Optional.empty()
        : Optional.of(new Address(written.group(1), port));
  }

  /** Looked up anew each time, for addresses change. */
  InetSocketAddress resolved() {
    return new InetSocketAddress(host, port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
