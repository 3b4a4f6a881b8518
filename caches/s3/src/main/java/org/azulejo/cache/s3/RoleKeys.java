package org.azulejo.cache.s3;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.azulejo.cache.objectstore.Credentials;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.UnreachableException;

/** The keys of a role, as containers and virtual machines are told them. */
final class RoleKeys {
  private RoleKeys() {}

  static Lent<Credentials> of(JsonNode keys) throws IOException {
    String access = keys.path("AccessKeyId").asText();
    String secret = keys.path("SecretAccessKey").asText();
    if (access.isEmpty() || secret.isEmpty()) {
      throw new UnreachableException("The role of this machine has no keys.");
    }
    Optional<String> token = Optional.of(keys.path("Token").asText()).filter(it -> !it.isEmpty());
    return new Lent<>(new Credentials(access, secret, token), end(keys));
  }

  private static Instant end(JsonNode keys) throws IOException {
    try {
      return Instant.parse(keys.path("Expiration").asText());
    } catch (DateTimeException e) {
      throw new UnreachableException("The keys of this machine's role do not tell their end.", e);
    }
  }
}
