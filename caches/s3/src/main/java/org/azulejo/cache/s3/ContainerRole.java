package org.azulejo.cache.s3;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.azulejo.cache.objectstore.Credentials;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Neighbour;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;
import org.azulejo.cache.objectstore.UnreachableException;

/** The role of a container in ECS or EKS, which tells by variables where to ask for its keys. */
final class ContainerRole implements Source<Lent<Credentials>> {
  private static final String PLACE = "http://169.254.170.2";

  private final Map<String, String> environment;
  private final Neighbour neighbour;

  ContainerRole(Map<String, String> environment, Transport transport) {
    this.environment = environment;
    this.neighbour = new Neighbour(transport);
  }

  boolean isThere() {
    return address().isPresent();
  }

  private Optional<String> address() {
    return variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        .map(PLACE::concat)
        .or(() -> variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
  }

  @Override
  public Lent<Credentials> get() throws IOException, InterruptedException {
    HttpRequest.Builder request = Neighbour.request(URI.create(address().orElseThrow()));
    authorization().ifPresent(text -> request.setHeader("Authorization", text));
    return RoleKeys.of(neighbour.json(request.GET()));
  }

  private Optional<String> authorization() throws IOException {
    Optional<String> file = variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    try {
      return file.isPresent()
          ? Optional.of(Files.readString(Path.of(file.get())).strip())
          : variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
    } catch (IOException e) {
      throw new UnreachableException("The token file of the container cannot be read.", e);
    }
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
