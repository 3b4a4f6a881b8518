package org.azulejo.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.azulejo.api.Options;
import org.azulejo.api.Projection;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileSource;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;
import org.azulejo.engine.projection.Projections;

/** Options as the server would give them, from a text in a test. */
public final class TestOptions {
  private TestOptions() {}

  /**
   * @param json an object; single quotes will do
   */
  public static Options of(String json) {
    return of(json, Path.of(""));
  }

  /**
   * @param folder against which relative paths are resolved
   * @param layers the other layers of the configuration
   */
  public static Options of(String json, Path folder, TileSource... layers) {
    return section(json, new Surroundings.Plain(Base.of(folder), List.of(layers)));
  }

  /**
   * @param caches makes the cache that a section describes
   */
  public static Options of(String json, Function<Options, TileCache> caches) {
    return section(json, new CacheSurroundings(caches));
  }

  private static Options section(String json, Surroundings surroundings) {
    var mapper = JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    try {
      return new Section("test", mapper.readTree(json), surroundings);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The options of the test are not JSON.", e);
    }
  }

  /** The projection of this name. */
  public static Projection projection(String name) {
    return new Projections().named(name).orElseThrow();
  }
}
