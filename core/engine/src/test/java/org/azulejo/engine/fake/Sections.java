package org.azulejo.engine.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.azulejo.api.TileSource;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;

/** Sections of a configuration from texts in which single quotes will do. */
public final class Sections {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  private Sections() {}

  public static Section of(String json, TileSource... layers) {
    return of(json, new Surroundings.Plain(Base.of(Path.of("")), List.of(layers)));
  }

  public static Section of(String json, Surroundings surroundings) {
    return new Section("layers.osm", json(json), surroundings);
  }

  public static JsonNode json(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The text of the test is not JSON: " + json, e);
    }
  }
}
