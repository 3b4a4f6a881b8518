package org.azulejo.cache.googlecloud;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Neighbour;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;
import org.azulejo.cache.objectstore.UnreachableException;

/** The service account of a machine or container of Google's, from its metadata server. */
final class MachineAccount implements Source<Lent<String>> {
  private static final String TOKEN = "/computeMetadata/v1/instance/service-accounts/default/token";

  private final Map<String, String> environment;
  private final Neighbour server;
  private final InstantSource clock;

  MachineAccount(Map<String, String> environment, Transport transport, InstantSource clock) {
    this.environment = environment;
    this.server = new Neighbour(transport);
    this.clock = clock;
  }

  @Override
  public Lent<String> get() throws IOException, InterruptedException {
    String host = environment.getOrDefault("GCE_METADATA_HOST", "metadata.google.internal");
    Instant now = clock.instant();
    HttpRequest.Builder request =
        Neighbour.request(URI.create("http://" + host + TOKEN))
            .setHeader("Metadata-Flavor", "Google")
            .GET();
    try {
      return Token.of(server.json(request), now);
    } catch (IOException e) {
      throw new UnreachableException(
          "There are no credentials for Google Cloud Storage: give it \"access\" and \"secret\", or"
              + " the key file of a service account as \"credentials\" or by"
              + " GOOGLE_APPLICATION_CREDENTIALS, or give this machine a service account (%s)"
                  .formatted(e.getMessage()),
          e);
    }
  }
}
