package org.azulejo.cache.azure;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Neighbour;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;
import org.azulejo.cache.objectstore.UnreachableException;

/**
 * The identity that Azure gives to an App Service, which tells by variables where to ask, or to a
 * virtual machine, by its instance metadata service. Of several, AZURE_CLIENT_ID names one.
 */
final class ManagedIdentity implements Source<Lent<String>> {
  /** What tokens are for: the same in all clouds. */
  static final String RESOURCE = "https://storage.azure.com/";

  private final Environment environment;
  private final Neighbour neighbour;
  private final InstantSource clock;

  ManagedIdentity(Environment environment, Transport transport, InstantSource clock) {
    this.environment = environment;
    this.neighbour = new Neighbour(transport);
    this.clock = clock;
  }

  @Override
  public Lent<String> get() throws IOException, InterruptedException {
    Instant now = clock.instant();
    try {
      return Token.of(neighbour.json(request()), now);
    } catch (IllegalArgumentException e) {
      throw new UnreachableException(
          "IDENTITY_ENDPOINT or AZURE_POD_IDENTITY_AUTHORITY_HOST is not an http address.");
    }
  }

  private HttpRequest.Builder request() {
    Optional<String> service = environment.value("IDENTITY_ENDPOINT");
    Optional<String> word = environment.value("IDENTITY_HEADER");
    return service.isPresent() && word.isPresent()
        ? asking(service.get(), "2019-08-01").setHeader("X-IDENTITY-HEADER", word.get())
        : asking(machine(), "2018-02-01").setHeader("Metadata", "true");
  }

  private String machine() {
    return environment
            .value("AZURE_POD_IDENTITY_AUTHORITY_HOST")
            .orElse("http://169.254.169.254")
            .replaceAll("/+$", "")
        + "/metadata/identity/oauth2/token";
  }

  private HttpRequest.Builder asking(String place, String version) {
    String client =
        environment
            .value("AZURE_CLIENT_ID")
            .map(id -> "&client_id=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
            .orElse("");
    String query =
        "api-version=%s&resource=%s"
            .formatted(version, URLEncoder.encode(RESOURCE, StandardCharsets.UTF_8));
    return Neighbour.request(URI.create(place + "?" + query + client)).GET();
  }
}
