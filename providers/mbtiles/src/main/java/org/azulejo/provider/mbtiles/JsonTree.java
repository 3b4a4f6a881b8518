package org.azulejo.provider.mbtiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of SQLite's {@code json_tree}, put together again as maps and lists. */
final class JsonTree {
  private JsonTree() {}

  /**
   * The list at the root; empty if there is none. Left out are nulls, and numbers that JSON cannot
   * hold.
   *
   * @param rows {@code id, parent, key, type, atom}, parents first
   */
  static Optional<List<?>> list(ResultSet rows) throws SQLException {
    var containers = new HashMap<Long, Object>();
    Optional<Object> root = Optional.empty();
    while (rows.next()) {
      Optional<Object> value = value(rows);
      if (value.isPresent()) {
        containers.put(rows.getLong("id"), value.get());
        add(value.get(), rows.getString("key"), containers.get(rows.getLong("parent")));
        root = root.or(() -> value);
      }
    }
    return root.filter(List.class::isInstance).map(list -> (List<?>) list);
  }

  private static Optional<Object> value(ResultSet rows) throws SQLException {
    return Optional.ofNullable(
        switch (rows.getString("type")) {
          case "object" -> new LinkedHashMap<String, Object>();
          case "array" -> new ArrayList<Object>();
          case "true" -> true;
          case "false" -> false;
          case "integer" -> rows.getLong("atom");
          case "real" -> finite(rows.getDouble("atom"));
          case "text" -> rows.getString("atom");
          default -> null;
        });
  }

  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? (Double) number : null;
  }

  @SuppressWarnings("unchecked")
  private static void add(Object value, String key, Object parent) {
    if (parent instanceof Map) {
      ((Map<String, Object>) parent).put(key, value);
    } else if (parent instanceof List) {
      ((List<Object>) parent).add(value);
    }
  }
}
