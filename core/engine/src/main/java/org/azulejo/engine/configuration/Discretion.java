package org.azulejo.engine.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A section for people to see: values at keys that sound like secrets are left out, and so are user
 * names, passwords and keys in addresses.
 */
public record Discretion(JsonNode section) implements Supplier<Map<String, Object>> {
  private static final String HIDDEN = "(hidden)";
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(passw|secret|token|credential|authorization|cookie|connection.?string|sas).*"
              + "|(.*[ _-])?keys?");

  private static final Pattern USER_OF_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]*@");
  private static final Pattern KEY_OF_ADDRESS =
      Pattern.compile("(?i)(?<=[?&])([^=&]*(?:key|token|secret|sig|pass)[^=&]*=)[^&\"]*");

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> get() {
    return (Map<String, Object>) shown("", section);
  }

  private static Object shown(String key, JsonNode json) {
    if (!key.isEmpty() && SECRET.matcher(key).matches()) {
      return HIDDEN;
    } else if (json.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      json.properties().forEach(e -> map.put(e.getKey(), shown(e.getKey(), e.getValue())));
      return map;
    } else if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      json.forEach(element -> list.add(shown("", element)));
      return list;
    }
    return json.isTextual() ? of(json.asText()) : new Value(key, json).plain();
  }

  /** A text or a sentence without the user names, passwords and keys of addresses in it. */
  public static String of(String text) {
    String anonymous = USER_OF_ADDRESS.matcher(text).replaceAll("");
    return KEY_OF_ADDRESS.matcher(anonymous).replaceAll("$1" + HIDDEN);
  }
}
