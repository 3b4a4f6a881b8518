package org.azulejo.http.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what follows the question mark of a URL. */
public final class Query {
  private Query() {}

  /**
   * The first value of a key that is not empty, decoded; as it stands if its escapes are broken.
   *
   * @param query as it came, or null if there was none
   */
  public static Optional<String> first(@Nullable String query, String key) {
    String start = key + "=";
    if (query == null || !query.contains(start)) {
      return Optional.empty();
    }
    for (String part : query.split("&")) {
      if (part.startsWith(start) && part.length() > start.length()) {
        return Optional.of(decode(part.substring(start.length())));
      }
    }
    return Optional.empty();
  }

  /**
   * Every value of every key, decoded, in order.
   *
   * @param query as it came, or null if there was none
   */
  public static Map<String, List<String>> all(@Nullable String query) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String part : query == null ? new String[0] : query.split("&")) {
      String[] pair = part.split("=", 2);
      all.computeIfAbsent(decode(pair[0]), key -> new ArrayList<>())
          .add(pair.length == 1 ? "" : decode(pair[1]));
    }
    return all;
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
