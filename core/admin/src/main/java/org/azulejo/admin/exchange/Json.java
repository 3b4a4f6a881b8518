package org.azulejo.admin.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * Reads and writes JSON, as trees and maps only, so that Jackson keeps none of our classes; nor
 * does it keep buffers on the threads that use it. Comments and trailing commas are welcome, as in
 * a configuration. Safe for many threads.
 */
public final class Json {
  public static final String MEDIA_TYPE = "application/json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build())
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /**
   * @throws Problem 400 with the place, if it is no JSON
   */
  public static JsonNode read(String text) throws Problem {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isMissingNode()) {
        throw new Problem(400, "There is no JSON: the text is empty.");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new Problem(400, "This is no JSON%s: %s".formatted(place(e), firstLine(e)));
    }
  }

  /**
   * @throws Problem 400 if it is no JSON object
   */
  public static ObjectNode object(String text) throws Problem {
    JsonNode node = read(text);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new Problem(400, "Expected a JSON object { ... }, found %s.".formatted(kind(node)));
  }

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A tree of maps, lists, texts, numbers and flags. */
  public static JsonNode tree(Map<String, Object> map) {
    return MAPPER.valueToTree(map);
  }

  /**
   * @param value a tree, or maps, lists, texts, numbers and flags
   */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same over several lines, for people. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case NULL -> "null";
      default -> "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String place(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    return place == null
        ? ""
        : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("something is wrong");
  }
}
