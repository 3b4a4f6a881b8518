package org.azulejo.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.azulejo.api.UpstreamException;

/**
 * Where a foreign server may send us: over http and https only, never from https to http, and never
 * into our own network unless the server that sends us stands there itself.
 *
 * <p>Where a server stands is looked up before it is asked, for it may be its own master of names
 * and lead us elsewhere a moment later. When connecting, names are looked up once more; only Java's
 * cache of names stands between the two, so a firewall is still the better guard.
 */
final class Redirects {
  /** How often one request is sent on at most. */
  static final int MOST = 5;

  private static final String REFUSED =
      "The upstream server redirects to where this server does not go.";

  private final Lookup lookup;
  private final Predicate<URI> isDirect;

  /**
   * @param isDirect whether we go to an address ourselves, and not a proxy for us
   */
  Redirects(Lookup lookup, Predicate<URI> isDirect) {
    this.lookup = lookup;
    this.isDirect = isDirect;
  }

  /** The addresses of a host. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /**
   * A server on the way.
   *
   * @param isInside whether it stands in our own network, with all of its addresses
   */
  record Stop(URI address, boolean isInside) {}

  static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** The configured server, not yet asked. It need not be known here if a proxy knows it. */
  Stop start(URI configured) {
    return new Stop(configured, isDirect.test(configured) && isInside(configured.getHost()));
  }

  private boolean isInside(String host) {
    try {
      return Stream.of(lookup.addresses(host)).allMatch(InnerNetwork::holds);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * The server to ask next.
   *
   * @param location the header of that name
   */
  Stop next(Stop from, Optional<String> location) throws UpstreamException {
    URI target = from.address().resolve(parse(location));
    if (!Address.isWeb(target) || Address.isSecure(from.address()) && !Address.isSecure(target)) {
      throw new UpstreamException(REFUSED);
    }
    boolean isSameHost = target.getHost().equalsIgnoreCase(from.address().getHost());
    return isSameHost && !isDirect.test(target)
        ? new Stop(target, from.isInside())
        : reached(target, from.isInside());
  }

  /** One inner address is enough to refuse: which of them would be taken cannot be known. */
  private Stop reached(URI target, boolean fromInside) throws UpstreamException {
    List<InetAddress> addresses = addresses(target.getHost());
    if (!fromInside && addresses.stream().anyMatch(InnerNetwork::holds)) {
      throw new UpstreamException(REFUSED);
    }
    return new Stop(target, addresses.stream().allMatch(InnerNetwork::holds));
  }

  private List<InetAddress> addresses(String host) throws UpstreamException {
    try {
      return List.of(lookup.addresses(host));
    } catch (UnknownHostException e) {
      throw new UpstreamException("The upstream server redirects to a server that is not known.");
    }
  }

  private static URI parse(Optional<String> location) throws UpstreamException {
    try {
      return Address.uri(location.orElseThrow());
    } catch (NoSuchElementException | IllegalArgumentException e) {
      throw new UpstreamException("The upstream server redirects to what is no address.");
    }
  }
}
