package org.azulejo.cache.objectstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Services that lend keys: most are on the same machine, and answer quickly or are not there. What
 * they say is secret, and not shown in messages.
 */
public final class Neighbour {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Transport transport;

  public Neighbour(Transport transport) {
    this.transport = transport;
  }

  /** A request that waits for two seconds. */
  public static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE);
  }

  /** The text of its answer. */
  public String text(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpRequest asked = request.build();
    HttpResponse<byte[]> answer = transport.send(asked);
    if (answer.statusCode() != 200) {
      throw new UnreachableException(
          "%s, asked for credentials, answered %d."
              .formatted(asked.uri().getHost(), answer.statusCode()));
    }
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Its answer in JSON. */
  public JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
    String text = text(request);
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      // Not as the cause: it shows a part of the text.
      throw new UnreachableException("What was lent as credentials is not JSON.");
    }
  }
}
