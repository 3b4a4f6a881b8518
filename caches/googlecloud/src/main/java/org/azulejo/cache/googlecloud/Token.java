package org.azulejo.cache.googlecloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.UnreachableException;

/** A token for requests, as Google's services give it. */
final class Token {
  private Token() {}

  /**
   * @param asked when it was asked for
   */
  static Lent<String> of(JsonNode answer, Instant asked) throws IOException {
    String token = answer.path("access_token").asText();
    if (token.isEmpty()) {
      throw new UnreachableException("What was lent by Google as a token has none in it.");
    }
    return new Lent<>(token, asked.plusSeconds(answer.path("expires_in").asLong()));
  }
}
