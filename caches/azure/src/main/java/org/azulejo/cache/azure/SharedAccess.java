package org.azulejo.cache.azure;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A shared access signature (SAS): what somebody with a key has signed, and allows for a time. */
final class SharedAccess implements Identity {
  private final String query;
  private final InstantSource clock;

  private SharedAccess(String query, InstantSource clock) {
    this.query = query;
    this.clock = clock;
  }

  /** Empty if the text is not the query of an address with a signature in it. */
  static Optional<SharedAccess> of(String text, InstantSource clock) {
    String query = text.strip().replaceFirst("^\\?", "");
    try {
      boolean isSigned = value(new URI("https://blob/?" + query).getRawQuery(), "sig").isPresent();
      return isSigned ? Optional.of(new SharedAccess(query, clock)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> value(String query, String name) {
    return Stream.of(query.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }

  @Override
  public Map<String, String> signed(
      String method, URI address, Map<String, String> headers, byte[] body) {
    return headers;
  }

  @Override
  public URI address(URI address) {
    return URI.create(address + "?" + query);
  }

  @Override
  public String advice() {
    return "The store does not take the shared access signature, which is good until %s, while it is %s:"
            .formatted(
                value(query, "se").orElse("an unknown time"),
                clock.instant().truncatedTo(ChronoUnit.SECONDS))
        + " make a new one of this account and container, and set \"sas\" or the connection string to it.";
  }
}
