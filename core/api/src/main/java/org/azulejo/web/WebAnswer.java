package org.azulejo.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What to answer.
 *
 * @param headers beside {@code Content-Type} and {@code Content-Length}
 */
public record WebAnswer(
    int status, String mediaType, byte[] body, Map<String, List<String>> headers) {

  /** What is asked for is to be found there. */
  public static WebAnswer seeOther(String path) {
    byte[] words = ("See " + path + "\n").getBytes(StandardCharsets.UTF_8);
    return new WebAnswer(303, "text/plain", words, Map.of("Location", List.of(path)));
  }

  /** A text in UTF-8. */
  public static WebAnswer of(int status, String mediaType, String text) {
    return new WebAnswer(status, mediaType, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }
}
