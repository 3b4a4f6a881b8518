package org.azulejo.cache.azure;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Neighbour;
import org.azulejo.cache.objectstore.ObjectPath;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;
import org.azulejo.cache.objectstore.UnreachableException;

/**
 * An application that is registered with Microsoft Entra ID, and shows a secret of its own, or the
 * token of its workload in a file that is renewed (the client credentials flow of OAuth 2.0).
 *
 * @see <a
 *     href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">Microsoft's
 *     description</a>
 */
final class EntraClient implements Source<Lent<String>> {
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final Environment environment;
  private final Neighbour entra;
  private final InstantSource clock;

  EntraClient(Environment environment, Transport transport, InstantSource clock) {
    this.environment = environment;
    this.entra = new Neighbour(transport);
    this.clock = clock;
  }

  boolean isThere() {
    return environment.value("AZURE_TENANT_ID").isPresent()
        && environment.value("AZURE_CLIENT_ID").isPresent()
        && (environment.value("AZURE_CLIENT_SECRET").isPresent()
            || environment.value("AZURE_FEDERATED_TOKEN_FILE").isPresent());
  }

  @Override
  public Lent<String> get() throws IOException, InterruptedException {
    Instant now = clock.instant();
    URI address = address();
    String form =
        "grant_type=client_credentials&scope=%s&client_id=%s&%s"
            .formatted(
                encoded(ManagedIdentity.RESOURCE + ".default"),
                encoded(environment.value("AZURE_CLIENT_ID").orElse("")),
                proof());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    try {
      return Token.of(entra.json(request), now);
    } catch (IOException e) {
      throw new UnreachableException(
          "Microsoft Entra ID lends no token to this server: see that AZURE_TENANT_ID,"
              + " AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or the token file, belong together and are"
              + " still good (%s)".formatted(e.getMessage()),
          e);
    }
  }

  private URI address() throws IOException {
    String host = environment.value("AZURE_AUTHORITY_HOST").orElse("login.microsoftonline.com");
    String place = host.contains("://") ? host : "https://" + host;
    String tenant = environment.value("AZURE_TENANT_ID").orElse("");
    try {
      var address =
          URI.create(
              "%s/%s/oauth2/v2.0/token"
                  .formatted(place.replaceAll("/+$", ""), ObjectPath.encoded(tenant)));
      if (address.getHost() != null && Environment.isSafe(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // As wrong as one of another kind.
    }
    throw new UnreachableException("AZURE_AUTHORITY_HOST is not the https address of a server.");
  }

  private String proof() throws IOException {
    Optional<String> secret = environment.value("AZURE_CLIENT_SECRET");
    return secret.isPresent()
        ? "client_secret=" + encoded(secret.get())
        : "client_assertion_type=%s&client_assertion=%s"
            .formatted(encoded(ASSERTION), encoded(workload()));
  }

  /** Read at each call: it is renewed every hour or so. */
  private String workload() throws IOException {
    try {
      return Files.readString(
              Path.of(environment.value("AZURE_FEDERATED_TOKEN_FILE").orElseThrow()))
          .strip();
    } catch (IOException e) {
      throw new UnreachableException("The file AZURE_FEDERATED_TOKEN_FILE cannot be read.", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
