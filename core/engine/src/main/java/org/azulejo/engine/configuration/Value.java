package org.azulejo.engine.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.azulejo.api.ConfigurationException;

/**
 * What stands at a key, as the kind of thing that is asked for.
 *
 * @param where the full path of the key, for messages
 */
record Value(String where, JsonNode json) {
  String text() {
    if (json.isContainerNode()) {
      throw expected("a text");
    }
    return json.asText();
  }

  /** Without its fraction, as TileStache takes it; what is too large becomes the largest. */
  int integer() {
    return (int) number();
  }

  double number() {
    try {
      double number = json.isTextual() ? Double.parseDouble(json.asText()) : numeric();
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw expected("a number");
  }

  private double numeric() {
    return json.isNumber() ? json.doubleValue() : Double.NaN;
  }

  boolean flag() {
    if (json.isNumber()) {
      return json.doubleValue() != 0;
    }
    String word = json.isContainerNode() ? "neither" : json.asText();
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0", "" -> false;
      default -> throw expected("true or false");
    };
  }

  /** Strings, numbers, booleans, lists and maps; null is left out of maps, and empty in lists. */
  Object plain() {
    return plain(json);
  }

  private static Object plain(JsonNode json) {
    if (json.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      json.properties().stream()
          .filter(entry -> !entry.getValue().isNull())
          .forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
      return map;
    }
    if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      json.forEach(element -> list.add(element.isNull() ? "" : plain(element)));
      return list;
    }
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    return json.isNumber() ? json.numberValue() : json.asText();
  }

  private ConfigurationException expected(String kind) {
    return new ConfigurationException(
        "%s: expected %s, found %s.".formatted(where, kind, shown(json)));
  }

  /** As messages show it: what lies inside of objects and lists may be secret. */
  static String shown(JsonNode json) {
    if (json.isContainerNode()) {
      return json.isObject() ? "an object" : "a list";
    }
    return json.toString();
  }
}
