package org.azulejo.web;

import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param method in upper case; {@code HEAD} comes as {@code GET}
 * @param path decoded, without the query
 * @param query every value of each parameter, decoded
 * @param headers every value of each header, by name in lower case
 * @param peer whose connection it is: the client's or a proxy's, whatever headers say
 * @param isLoopback whether the connection comes from and goes to this machine's loopback
 * @param isSecure whether the connection is TLS
 * @param body at most so long as the web server is told to take; longer ones end with an {@code
 *     IOException}
 */
public record WebRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    InetAddress peer,
    boolean isLoopback,
    boolean isSecure,
    InputStream body) {

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The only value of a header; empty if there is none, or are several. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }
}
