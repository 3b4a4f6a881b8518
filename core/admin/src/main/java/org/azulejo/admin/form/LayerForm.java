package org.azulejo.admin.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.azulejo.admin.desk.Sections;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;

/** The section of a layer as a form, and back. */
public final class LayerForm {
  private static final String LAYER = "layer";
  private static final int MOST_EFFECTS = 20;

  private final Sections sections;
  private final Part provider;
  private final Part cache;
  private final FormParts parts;

  public LayerForm(Sections sections) {
    this.sections = sections;
    this.provider = new Part(Sections.PROVIDER, Sections.PROVIDER, sections);
    this.cache = new Part(Sections.CACHE, Sections.CACHE, sections);
    this.parts = new FormParts(sections);
  }

  /** The values of all fields. */
  public Map<String, String> fill(ObjectNode section) {
    var filling = new Filling();
    provider.fill(filling, section.path(Sections.PROVIDER));
    cache.fill(filling, section.path(Sections.CACHE));
    JsonNode effects = section.path(Sections.EFFECT);
    if (effects.isArray()) {
      for (int i = 0; i < effects.size(); i++) {
        effect(i).fill(filling, effects.get(i));
      }
    } else {
      effect(0).fill(filling, effects);
    }
    filling.section(
        LAYER, LayerKeys.ALL, section, Set.of(Sections.PROVIDER, Sections.CACHE, Sections.EFFECT));
    return filling.values();
  }

  private Part effect(int number) {
    return new Part("effect." + number, Sections.EFFECT, sections);
  }

  /** The form, with one empty effect at the end. */
  public String html(Map<String, String> values) {
    var html = new StringBuilder();
    html.append(parts.of(provider, "Provider", "choose one", values));
    html.append(parts.of(cache, "Cache", "the common one", values));
    for (int i = 0; i < MOST_EFFECTS; i++) {
      Part effect = effect(i);
      html.append(parts.of(effect, "Pixel effect", "none", values));
      if (!isThere(effect, values)) {
        break;
      }
    }
    return html.append(parts.more(LAYER, LayerKeys.ALL, values)).toString();
  }

  private static boolean isThere(Part part, Map<String, String> values) {
    return part.isJson(values) || !values.getOrDefault(part.nameField(), "").isEmpty();
  }

  /**
   * The section that the fields describe.
   *
   * @param before what it was
   * @throws Problem 400 if a field with JSON holds none
   */
  public ObjectNode read(Map<String, String> values, ObjectNode before) throws Problem {
    var reading = new Reading(values);
    ObjectNode section = Json.object();
    put(section, Sections.PROVIDER, provider.read(reading, before.path(Sections.PROVIDER)));
    put(section, Sections.CACHE, cache.read(reading, before.path(Sections.CACHE)));
    put(section, Sections.EFFECT, effects(reading, before.path(Sections.EFFECT)));
    section.setAll(reading.section(LAYER, LayerKeys.ALL, before));
    return section;
  }

  private Optional<JsonNode> effects(Reading reading, JsonNode before) throws Problem {
    ArrayNode list = Json.object().arrayNode();
    for (int i = 0; i < MOST_EFFECTS; i++) {
      JsonNode was = i > 0 || before.isArray() ? before.path(i) : before;
      effect(i).read(reading, was).ifPresent(list::add);
    }
    if (list.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(list.size() == 1 && !before.isArray() ? list.get(0) : list);
  }

  private static void put(ObjectNode section, String key, Optional<JsonNode> value) {
    value.ifPresent(node -> section.set(key, node));
  }
}
