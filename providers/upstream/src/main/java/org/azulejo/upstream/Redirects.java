package org.azulejo.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.azulejo.api.UpstreamException;

/**
 * Where a foreign server may send us: over http and https only, never from https to http, and never
 * into our own network unless the configured server itself stands there.
 *
 * <p>Names are looked up here and again when connecting; only Java's cache of names stands between
 * the two, so a firewall is still the better guard against a server that changes its name's address
 * within seconds.
 */
final class Redirects {
  /** How often one request is sent on at most. */
  static final int MOST = 5;

  private static final String REFUSED =
      "The upstream server redirects to where this server does not go.";

  private final Lookup lookup;

  Redirects(Lookup lookup) {
    this.lookup = lookup;
  }

  /** The addresses of a host. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /**
   * The address to ask next.
   *
   * @param configured where the journey began
   * @param from where it has come to
   * @param location the header of that name
   */
  URI next(URI configured, URI from, Optional<String> location) throws UpstreamException {
    URI target = from.resolve(parse(location));
    if (!Address.isWeb(target)
        || Address.isSecure(from) && !Address.isSecure(target)
        || !isReachable(configured.getHost(), target.getHost())) {
      throw new UpstreamException(REFUSED);
    }
    return target;
  }

  private static URI parse(Optional<String> location) throws UpstreamException {
    try {
      return Address.uri(location.orElseThrow());
    } catch (NoSuchElementException | IllegalArgumentException e) {
      throw new UpstreamException("The upstream server redirects to what is no address.");
    }
  }

  private boolean isReachable(String configured, String target) throws UpstreamException {
    return target.equalsIgnoreCase(configured) || !isInner(target) || isInner(configured);
  }

  /** One inner address is enough: which of them would be taken cannot be known. */
  private boolean isInner(String host) throws UpstreamException {
    try {
      return Stream.of(lookup.addresses(host)).anyMatch(InnerNetwork::holds);
    } catch (UnknownHostException e) {
      throw new UpstreamException("The upstream server redirects to a server that is not known.");
    }
  }
}
