package org.azulejo.admin.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.admin.desk.Secrecy;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.api.OptionKey;

/**
 * Makes sections of the values of fields. Empty fields are keys that are not there.
 *
 * @param values by the names of the fields
 */
record Reading(Map<String, String> values) {

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /**
   * A section.
   *
   * @param before what it was; values that look the same stay the same, a number in quotes too
   */
  ObjectNode section(String prefix, List<OptionKey> keys, JsonNode before) throws Problem {
    ObjectNode section = Json.object();
    for (OptionKey key : keys) {
      Optional<JsonNode> value = value(Names.of(prefix, key.name()), key, before.path(key.name()));
      if (value.isPresent()) {
        section.set(key.name(), value.get());
      }
    }
    json(Names.rest(prefix)).ifPresent(rest -> section.setAll((ObjectNode) rest));
    return section;
  }

  private Optional<JsonNode> value(String name, OptionKey key, JsonNode before) throws Problem {
    Optional<JsonNode> json = json(Names.json(name));
    if (json.isPresent()) {
      return json;
    } else if (key.type() == OptionKey.Type.SECTION) {
      return Optional.<JsonNode>of(section(name, key.keys(), before))
          .filter(section -> !section.isEmpty() || before.isObject() && before.isEmpty());
    } else if (key.type() == OptionKey.Type.SECRET && values.containsKey(Names.kept(name))) {
      return Optional.of(secret(text(name)));
    }
    return plain(key, text(name), before);
  }

  private static JsonNode secret(String text) {
    return Json.object().textNode(text.isEmpty() ? Secrecy.HIDDEN : text);
  }

  private static Optional<JsonNode> plain(OptionKey key, String text, JsonNode before)
      throws Problem {
    if (!before.isMissingNode() && Values.text(key, before).filter(text::equals).isPresent()) {
      return Optional.of(before);
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(Values.value(key, text));
  }

  /**
   * What a field of JSON holds.
   *
   * @throws Problem 400 that names the field, if that is no JSON
   */
  Optional<JsonNode> json(String name) throws Problem {
    String text = text(name);
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      boolean isRest = name.equals(Names.rest(name.replaceFirst("#.*", "")));
      return Optional.of(isRest ? Json.object(text) : Json.read(text));
    } catch (Problem e) {
      String place = name.replaceFirst("#.*", "").replace("/", ": ");
      throw new Problem(400, "%s: %s".formatted(place, e.getMessage()));
    }
  }
}
