package org.azulejo.admin.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.azulejo.admin.desk.Sections;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.api.OptionKey;
import org.azulejo.operation.Plugin;

/**
 * The section of a plug-in within that of a layer: its name, and the keys that it has then.
 *
 * @param prefix of its fields
 * @param kind of plug-in
 */
record Part(String prefix, String kind, Sections sections) {
  static final String NAME = "name";
  private static final String CLASS = "class";

  String nameField() {
    return Names.of(prefix, NAME);
  }

  List<OptionKey> keys(String name) {
    return sections.plugin(kind, name).map(Plugin::keys).orElse(List.of());
  }

  /** Sections without a name, such as those with a class path, are shown as JSON. */
  void fill(Filling filling, JsonNode section) {
    boolean isNamed = section.path(NAME).isTextual() && !section.has(CLASS);
    if (section instanceof ObjectNode object && isNamed) {
      String name = object.path(NAME).asText();
      filling.put(nameField(), name);
      filling.section(prefix, keys(name), object, Set.of(NAME));
    } else if (!section.isMissingNode() && !section.isNull()) {
      filling.put(Names.json(prefix), Json.pretty(section));
    }
  }

  boolean isJson(Map<String, String> values) {
    return !values.getOrDefault(Names.json(prefix), "").isBlank();
  }

  Optional<JsonNode> read(Reading reading, JsonNode before) throws Problem {
    Optional<JsonNode> json = reading.json(Names.json(prefix));
    String name = reading.text(nameField());
    if (json.isPresent() || name.isEmpty()) {
      return json;
    }
    ObjectNode section = Json.object().put(NAME, name);
    section.setAll(reading.section(prefix, keys(name), before));
    return Optional.of(section);
  }
}
