package org.azulejo.engine.configuration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.ConfigurationException;
import org.azulejo.layer.LayerSnapshot.IndexPage;
import org.jspecify.annotations.Nullable;

/** Reads TileStache's JSON. Comments and trailing commas are welcome. */
public final class ConfigurationReader {
  private final JsonMapper mapper = mapper();

  /**
   * What configurations are read with. Jackson keeps buffers on the threads that use it, unless
   * told not to.
   */
  public static JsonMapper mapper() {
    var factory = JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
    return JsonMapper.builder(factory)
        .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
        .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
        .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /**
   * @throws ConfigurationException with a sentence, if it is no configuration
   */
  public Configuration read(byte[] json, Base base) {
    ObjectNode root = object(json, mapper);
    return new Configuration(
        base,
        Optional.ofNullable(root.get("cache")).filter(cache -> !cache.isNull()),
        layers(root.path("layers")),
        text(root, "index").map(name -> index(name, base)),
        text(root, "logging"));
  }

  private static Optional<String> text(JsonNode root, String key) {
    JsonNode value = root.path(key);
    if (value.isContainerNode()) {
      throw new ConfigurationException(
          "%s: expected a text, found %s.".formatted(key, Value.shown(value)));
    }
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }

  /**
   * The whole of a configuration as JSON.
   *
   * @throws ConfigurationException with a sentence, if it is no JSON object
   */
  public static ObjectNode object(byte[] json, JsonMapper mapper) {
    if (parse(json, mapper) instanceof ObjectNode object) {
      return object;
    }
    throw new ConfigurationException(
        "A configuration is an object { \"cache\": ..., \"layers\": ... }; this is none.");
  }

  /**
   * @throws ConfigurationException with line, column and a sentence, if it is no JSON
   */
  public static JsonNode parse(byte[] json, JsonMapper mapper) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          place(e.getLocation()) + firstLine(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new ConfigurationException("The configuration is no text: " + e.getMessage(), e);
    }
  }

  private static String place(@Nullable JsonLocation place) {
    return place == null
        ? ""
        : "line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr());
  }

  /** What stands in the place of a token may be a password that somebody forgot to quote. */
  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("this is no JSON");
    return line.replaceFirst("^Unrecognized token '.*?':", "Unrecognized token:");
  }

  private static Map<String, JsonNode> layers(JsonNode section) {
    if (!section.isObject() && !section.isMissingNode()) {
      throw new ConfigurationException(
          "layers: expected an object { \"name\": { ... } }, found %s."
              .formatted(Value.shown(section)));
    }
    var layers = new LinkedHashMap<String, JsonNode>();
    section.properties().forEach(entry -> layers.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(layers);
  }

  private static IndexPage index(String reference, Base base) {
    String shown = Discretion.of(reference);
    try {
      URI location = base.location(reference);
      byte[] page = Fetch.bytes(location);
      String guessed = URLConnection.guessContentTypeFromName(location.getPath());
      return new IndexPage(page, guessed == null ? "application/octet-stream" : guessed);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("index: \"%s\" %s.".formatted(shown, e.getMessage()), e);
    } catch (IOException e) {
      throw new ConfigurationException(
          "index: \"%s\" cannot be read: %s".formatted(shown, e.getMessage()), e);
    }
  }
}
