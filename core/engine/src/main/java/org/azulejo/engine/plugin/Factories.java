package org.azulejo.engine.plugin;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.ProviderFactory;
import org.azulejo.operation.Plugin;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The factories that are there now. Safe for many threads. */
public final class Factories {
  private static final Logger log = LoggerFactory.getLogger(Factories.class);
  private static final String NAMES = "azulejo.plugin.name";
  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingLong(Entry::ranking).reversed().thenComparingLong(Entry::id);

  private volatile List<Entry> entries = List.of();

  /** Takes a factory in; of two with one name the higher ranking serves, then the older. */
  public synchronized void add(Kind kind, Object factory, Map<String, ?> properties) {
    entries = with(entry(kind, factory, properties), entries);
  }

  /** Takes note that the names of a factory, or its ranking, have changed. */
  public synchronized void change(Kind kind, Object factory, Map<String, ?> properties) {
    entries = with(entry(kind, factory, properties), without(kind, factory));
  }

  public synchronized void remove(Kind kind, Object factory) {
    entries = without(kind, factory);
  }

  private List<Entry> without(Kind kind, Object factory) {
    return entries.stream()
        .filter(entry -> entry.kind != kind || entry.factory != factory)
        .toList();
  }

  private static List<Entry> with(Entry entry, List<Entry> others) {
    return Stream.concat(others.stream(), Stream.of(entry)).sorted(BEST_FIRST).toList();
  }

  private static Entry entry(Kind kind, Object factory, Map<String, ?> properties) {
    return new Entry(
        kind,
        factory,
        names(properties.get(NAMES)),
        number(properties.get("service.ranking")),
        number(properties.get("service.id")));
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

  /**
   * All of them, for people.
   *
   * @param users the layers that use a factory
   */
  public List<Plugin> plugins(Function<Object, Set<String>> users) {
    var seen = new HashSet<String>();
    return entries.stream()
        .filter(entry -> !entry.names.isEmpty())
        .map(entry -> entry.plugin(users.apply(entry.factory), seen))
        .sorted(Comparator.comparing(Plugin::kind).thenComparing(Plugin::name))
        .toList();
  }

  private static List<String> names(@Nullable Object property) {
    return several(property).stream()
        .map(name -> name.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Collection<?> several(@Nullable Object property) {
    if (property instanceof Object[] array) {
      return List.of(array);
    }
    if (property instanceof Collection<?> collection) {
      return collection;
    }
    return property == null ? List.of() : List.of(property);
  }

  private static long number(@Nullable Object property) {
    return property instanceof Number number ? number.longValue() : 0;
  }

  private record Entry(Kind kind, Object factory, List<String> names, long ranking, long id) {
    /**
     * @param seen names that those before it serve under; added to
     */
    Plugin plugin(Set<String> layers, Set<String> seen) {
      Bundle bundle = FrameworkUtil.getBundle(factory.getClass());
      return new Plugin(
          kind.toString(),
          names,
          keys(),
          bundle == null ? "" : bundle.getSymbolicName(),
          bundle == null ? "" : bundle.getVersion().toString(),
          layers,
          names.stream().filter(name -> seen.add(kind + name)).count() == 0);
    }

    private List<OptionKey> keys() {
      try {
        return switch (kind) {
          case PROVIDER -> ((ProviderFactory) factory).keys();
          case CACHE -> ((CacheFactory) factory).keys();
          case EFFECT -> ((EffectFactory) factory).keys();
        };
      } catch (RuntimeException | LinkageError e) {
        log.warn("The {} \"{}\" does not say what its keys are.", kind, names.get(0), e);
        return List.of();
      }
    }
  }
}
