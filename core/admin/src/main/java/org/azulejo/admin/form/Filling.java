package org.azulejo.admin.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.azulejo.admin.desk.Secrecy;
import org.azulejo.admin.exchange.Json;
import org.azulejo.api.OptionKey;

/** Collects the values of fields from sections. For one thread. */
final class Filling {
  private final Map<String, String> values = new LinkedHashMap<>();

  Map<String, String> values() {
    return values;
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /**
   * The values of a section.
   *
   * @param others keys that are shown elsewhere
   */
  void section(String prefix, List<OptionKey> keys, ObjectNode section, Set<String> others) {
    var described = new HashSet<>(others);
    for (OptionKey key : keys) {
      described.add(key.name());
      JsonNode value = section.path(key.name());
      if (!value.isMissingNode() && !value.isNull()) {
        value(Names.of(prefix, key.name()), key, value);
      }
    }
    ObjectNode rest = section.deepCopy();
    rest.remove(described);
    if (!rest.isEmpty()) {
      values.put(Names.rest(prefix), Json.pretty(rest));
    }
  }

  private void value(String name, OptionKey key, JsonNode value) {
    Optional<String> text = Values.text(key, value);
    if (key.type() == OptionKey.Type.SECTION && value instanceof ObjectNode inner) {
      section(name, key.keys(), inner, Set.of());
    } else if (key.type() == OptionKey.Type.SECRET && value.asText().equals(Secrecy.HIDDEN)) {
      values.put(Names.kept(name), "on");
    } else if (text.isPresent()) {
      values.put(name, text.get());
    } else {
      values.put(Names.json(name), Json.pretty(value));
    }
  }
}
