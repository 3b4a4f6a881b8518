package org.azulejo.admin.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.azulejo.admin.exchange.Json;
import org.azulejo.api.OptionKey;
import org.azulejo.layer.Layer;
import org.azulejo.operation.Plugin;

/** Sections of layers for people to see, and the plug-ins that they ask for. */
public record Sections(Services services) {
  public static final String PROVIDER = "provider";
  public static final String CACHE = "cache";
  public static final String EFFECT = "pixel effect";

  /** The section of a layer without its secrets: neither by name nor by what plug-ins say. */
  public ObjectNode shown(Layer layer) {
    var section = (ObjectNode) Json.tree(layer.section());
    hide(PROVIDER, section.path(PROVIDER));
    hide(CACHE, section.path(CACHE));
    hide(EFFECT, section.path(EFFECT));
    return section;
  }

  private void hide(String kind, JsonNode section) {
    if (section.isArray()) {
      section.forEach(element -> hide(kind, element));
    } else if (section instanceof ObjectNode object) {
      plugin(kind, object.path("name").asText()).ifPresent(plugin -> hide(plugin.keys(), object));
    }
  }

  private static void hide(List<OptionKey> keys, ObjectNode section) {
    for (OptionKey key : keys) {
      JsonNode value = section.path(key.name());
      if (key.type() == OptionKey.Type.SECRET && !value.isMissingNode()) {
        section.set(key.name(), Secrecy.hidden(value));
      } else if (value instanceof ObjectNode inner) {
        hide(key.keys(), inner);
      } else if (value.isArray()) {
        value.forEach(element -> hide(key.keys(), element));
      }
    }
  }

  private static void hide(List<OptionKey> keys, JsonNode element) {
    if (element instanceof ObjectNode inner) {
      hide(keys, inner);
    }
  }

  /** The plug-in that serves under this name. */
  public Optional<Plugin> plugin(String kind, String name) {
    return plugins(kind).stream()
        .filter(plugin -> plugin.names().stream().anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  /** Those of a kind that serve. */
  public List<Plugin> plugins(String kind) {
    return services.plugins().plugins().stream()
        .filter(plugin -> plugin.kind().equals(kind) && !plugin.isShadowed())
        .toList();
  }
}
