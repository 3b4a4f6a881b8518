package org.azulejo.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Effect;
import org.azulejo.api.Provider;
import org.azulejo.api.TileCache;
import org.azulejo.engine.configuration.Configuration;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;
import org.azulejo.engine.layer.LayerSettings;
import org.azulejo.engine.plugin.Kind;
import org.azulejo.engine.plugin.Lease;
import org.azulejo.engine.plugin.MissingPluginException;
import org.azulejo.engine.plugin.Workshop;
import org.azulejo.engine.projection.Projections;

/** Reads the section of a layer and gathers the plug-ins that it names. Nothing it does fails. */
final class LayerBuilder {
  private final Configuration configuration;
  private final Surroundings surroundings;
  private final Workshop workshop;
  private final Projections projections;
  private final Map<String, Draft> before;

  /**
   * @param before the drafts of the last time: what did not change is not read again
   */
  LayerBuilder(
      Configuration configuration,
      Surroundings surroundings,
      Workshop workshop,
      Projections projections,
      Map<String, Draft> before) {
    this.configuration = configuration;
    this.surroundings = surroundings;
    this.workshop = workshop;
    this.projections = projections;
    this.before = before;
  }

  Draft draft(String name, JsonNode json) {
    Draft draft = start(name, json);
    if (draft.section != null && draft.failure == null) {
      String place = "layers." + name;
      gather(draft, () -> provider(draft, place, json));
      gather(draft, () -> draft.cache = cache(draft, place, json));
      effects(draft, place, json.path("pixel effect"));
      draft.warnings.addAll(draft.section.unknownKeys());
    }
    return draft;
  }

  private Draft start(String name, JsonNode json) {
    try {
      return settled(new Section("layers." + name, json, surroundings), name);
    } catch (RuntimeException | Error e) {
      Section nothing = Section.empty("layers." + name, surroundings);
      var draft = new Draft(null, LayerSettings.of(name, nothing, projections.mercator()));
      draft.fail(Mishap.sentence(name, e));
      return draft;
    }
  }

  private Draft settled(Section section, String name) {
    Draft known = before.get(name);
    if (known != null && section.equals(known.section)) {
      return new Draft(known.section, known.settings);
    }
    var draft = new Draft(section, LayerSettings.of(name, section, projections.mercator()));
    List.of("provider", "cache", "pixel effect").forEach(section::has);
    return draft;
  }

  private void provider(Draft draft, String place, JsonNode json) throws Exception {
    if (!json.path("provider").isObject()) {
      throw new ConfigurationException(place + ".provider: a section is required here.");
    }
    var section = new Section(place + ".provider", json.path("provider"), surroundings);
    draft.provider = draft.keep(workshop.lease(Kind.PROVIDER, section, Provider.class));
  }

  /** The layer's own cache, or the common one, or none. */
  private TileCache cache(Draft draft, String place, JsonNode json) throws Exception {
    boolean isOwn = json.path("cache").isObject();
    Optional<JsonNode> found = isOwn ? Optional.of(json.path("cache")) : configuration.cache();
    if (found.isEmpty()) {
      draft.warnings.add("There is no cache: every tile is drawn each time it is asked for.");
      return new NoCache();
    }
    var section = new Section(isOwn ? place + ".cache" : "cache", found.get(), surroundings);
    return draft.keep(workshop.lease(Kind.CACHE, section, TileCache.class));
  }

  private void effects(Draft draft, String place, JsonNode json) {
    if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        effect(draft, place + ".pixel effect[" + i + "]", json.get(i));
      }
    } else if (!json.isMissingNode() && !json.isNull()) {
      effect(draft, place + ".pixel effect", json);
    }
  }

  private void effect(Draft draft, String place, JsonNode json) {
    gather(
        draft,
        () -> {
          Lease<Effect> lease =
              workshop.lease(Kind.EFFECT, new Section(place, json, surroundings), Effect.class);
          draft.effects.add(draft.keep(lease));
        });
  }

  private void gather(Draft draft, Step step) {
    try {
      step.run();
    } catch (MissingPluginException e) {
      draft.missing.add(e.getMessage());
    } catch (Exception | Error e) {
      draft.fail(Mishap.sentence(draft.name(), e));
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }
}
