package org.azulejo.cache.s3;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.azulejo.cache.objectstore.Credentials;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Neighbour;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;
import org.azulejo.cache.objectstore.UnreachableException;

/** The role of a virtual machine in EC2, by version 2 of its instance metadata service. */
final class MachineRole implements Source<Lent<Credentials>> {
  private static final String ROLES = "/latest/meta-data/iam/security-credentials/";
  private static final String TOKEN_SECONDS = "300";

  private final Map<String, String> environment;
  private final Neighbour neighbour;

  MachineRole(Map<String, String> environment, Transport transport) {
    this.environment = environment;
    this.neighbour = new Neighbour(transport);
  }

  @Override
  public Lent<Credentials> get() throws IOException, InterruptedException {
    if (environment.getOrDefault("AWS_EC2_METADATA_DISABLED", "").equalsIgnoreCase("true")) {
      throw new UnreachableException("AWS_EC2_METADATA_DISABLED says not to look for it.");
    }
    String token =
        neighbour.text(
            at("/latest/api/token")
                .PUT(BodyPublishers.noBody())
                .setHeader("X-aws-ec2-metadata-token-ttl-seconds", TOKEN_SECONDS));
    String role = neighbour.text(asking(ROLES, token)).lines().findFirst().orElse("");
    return RoleKeys.of(neighbour.json(asking(ROLES + role, token)));
  }

  private HttpRequest.Builder asking(String path, String token) {
    return at(path).setHeader("X-aws-ec2-metadata-token", token).GET();
  }

  private HttpRequest.Builder at(String path) {
    String place =
        environment.getOrDefault("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://169.254.169.254");
    return Neighbour.request(URI.create(place.replaceAll("/+$", "") + path));
  }
}
