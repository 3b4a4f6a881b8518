package org.azulejo.engine.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The factories that are there now. Safe for many threads. */
public final class Factories {
  private static final String NAMES = "azulejo.plugin.name";

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** Takes a factory in; of two with one name the higher ranking serves, then the older. */
  public void add(Kind kind, Object factory, Map<String, ?> properties) {
    entries.add(
        new Entry(
            kind,
            factory,
            names(properties.get(NAMES)),
            number(properties.get("service.ranking")),
            number(properties.get("service.id"))));
    var sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong((Entry e) -> -e.ranking).thenComparing(e -> e.id));
    entries.clear();
    entries.addAll(sorted);
  }

  public void remove(Object factory) {
    entries.removeIf(entry -> entry.factory == factory);
  }

  /** The factory that serves under this name, in any case. */
  public Optional<Object> find(Kind kind, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (Entry entry : entries) {
      if (entry.kind == kind && entry.names.contains(wanted)) {
        return Optional.of(entry.factory);
      }
    }
    return Optional.empty();
  }

  private static List<String> names(Object property) {
    List<String> names = property instanceof String[] several ? List.of(several) : single(property);
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> single(Object property) {
    return property == null ? List.of() : List.of(property.toString());
  }

  private static long number(Object property) {
    return property instanceof Number number ? number.longValue() : 0;
  }

  private record Entry(Kind kind, Object factory, List<String> names, long ranking, long id) {}
}
