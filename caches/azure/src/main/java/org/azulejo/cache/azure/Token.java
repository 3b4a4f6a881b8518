package org.azulejo.cache.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.UnreachableException;

/** A token for requests, as Microsoft's services give it. */
final class Token {
  private Token() {}

  /**
   * @param asked when it was asked for
   */
  static Lent<String> of(JsonNode answer, Instant asked) throws IOException {
    String token = answer.path("access_token").asText();
    if (token.isEmpty()) {
      throw new UnreachableException("What was lent by Microsoft as a token has none in it.");
    }
    return new Lent<>(token, end(answer, asked));
  }

  /** App Service tells the end in seconds since 1970, Entra ID how far it is away. */
  private static Instant end(JsonNode answer, Instant asked) {
    return answer.has("expires_in")
        ? asked.plusSeconds(answer.path("expires_in").asLong())
        : Instant.ofEpochSecond(answer.path("expires_on").asLong());
  }
}
