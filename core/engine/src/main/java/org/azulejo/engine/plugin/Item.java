package org.azulejo.engine.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.azulejo.engine.configuration.Asked;
import org.azulejo.engine.configuration.Base;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something alive, what it was made of, and how many use it. */
final class Item {
  private static final Logger log = LoggerFactory.getLogger(Item.class);

  private final Key key;
  private final Asked asked;
  private final Object thing;
  private final List<Lease<?>> parts;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private int users;

  /**
   * @param parts the caches that it asked for; it may still ask for more
   */
  Item(Key key, Asked asked, Object thing, List<Lease<?>> parts) {
    this.key = key;
    this.asked = asked;
    this.thing = thing;
    this.parts = parts;
  }

  Key key() {
    return key;
  }

  Object thing() {
    return thing;
  }

  /** Done when it is closed. */
  CompletableFuture<Void> end() {
    return end;
  }

  /** One user more; in the care of the workshop's lock, as is {@link #leave}. */
  void enter() {
    users++;
  }

  /** One user less: whether that was the last. */
  boolean leave() {
    users--;
    return users == 0;
  }

  /** Whether it would be made the same way again. */
  boolean isStillTrue(Predicate<String> hasLayer) {
    return asked.stillTrue(hasLayer) && parts.stream().allMatch(part -> part.isStillTrue(hasLayer));
  }

  boolean isOf(Object factory) {
    return key.factory() == factory || parts.stream().anyMatch(part -> part.isOf(factory));
  }

  Set<String> layers() {
    var layers = new HashSet<>(asked.layers());
    parts.forEach(part -> layers.addAll(part.layers()));
    return layers;
  }

  List<String> unknownKeys(String where) {
    var unknown = new ArrayList<>(asked.unknown(where));
    parts.forEach(part -> unknown.addAll(part.unknownKeys()));
    return unknown;
  }

  /** Closes it, then lets go of its parts. */
  void close() {
    try {
      if (thing instanceof AutoCloseable closeable) {
        closeable.close();
      }
    } catch (Exception | Error e) {
      log.warn("{} could not be closed.", thing.getClass().getName(), e);
    }
    end.complete(null);
    parts.forEach(Lease::release);
  }

  /** One factory makes one thing of one section, as long as somebody uses it. */
  record Key(Object factory, JsonNode section, Base base) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && factory == key.factory
          && section.equals(key.section)
          && base.equals(key.base);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(factory) + section.hashCode();
    }
  }
}
