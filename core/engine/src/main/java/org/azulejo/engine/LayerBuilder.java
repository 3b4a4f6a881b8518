package org.azulejo.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Effect;
import org.azulejo.api.Provider;
import org.azulejo.api.TileCache;
import org.azulejo.engine.configuration.Configuration;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;
import org.azulejo.engine.layer.LayerSettings;
import org.azulejo.engine.layer.Lifetimes;
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
      gather(draft, () -> draft.cache = cache(draft));
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
      var draft =
          new Draft(
              null, nothing, LayerSettings.of(name, nothing, nothing, projections.mercator()));
      draft.fail(Mishap.sentence(name, e));
      return draft;
    }
  }

  private Draft settled(Section section, String name) {
    Section cache = cacheSection(section);
    Draft known = before.get(name);
    if (known != null && section.equals(known.section) && cache.equals(known.cacheSection)) {
      return new Draft(known.section, cache, known.settings);
    }
    var settings = LayerSettings.of(name, section, cache, projections.mercator());
    var draft = new Draft(section, cache, settings);
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

  private TileCache cache(Draft draft) throws Exception {
    if (draft.cacheSection.json().isEmpty()) {
      draft.warnings.add("There is no cache: every tile is drawn each time it is asked for.");
      return new NoCache();
    }
    Section section = withoutLifetimes(draft.cacheSection);
    return draft.keep(workshop.lease(Kind.CACHE, section, TileCache.class));
  }

  /** The layer's own cache, or the common one, or none: then it is empty. */
  private Section cacheSection(Section layer) {
    JsonNode own = layer.json().path("cache");
    return own.isObject()
        ? new Section(layer.where() + ".cache", own, surroundings)
        : configuration
            .cache()
            .map(common -> new Section("cache", common, surroundings))
            .orElseGet(() -> Section.empty("cache", surroundings));
  }

  /** How long tiles live is no affair of the cache's. */
  private Section withoutLifetimes(Section cache) {
    if (Lifetimes.KEYS.stream().noneMatch(cache.json()::has)) {
      return cache;
    }
    ObjectNode rest = cache.json().deepCopy();
    return new Section(cache.where(), rest.remove(Lifetimes.KEYS), surroundings);
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
