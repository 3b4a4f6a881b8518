package org.azulejo.engine.plugin;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.Options;
import org.azulejo.api.ProviderFactory;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.plugin.Item.Key;
import org.jspecify.annotations.Nullable;

/**
 * Hands out live things by (factory, section): the same one again as long as somebody uses it, so
 * that pools and connections outlive a change of the configuration. Safe for many threads.
 */
public final class Workshop {
  private final Factories factories;
  private final Executor closing;

  /** What is handed out. */
  private final Map<Key, Item> items = new HashMap<>();

  /** All that is not closed yet: more than is handed out. */
  private final Set<Item> alive = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param closing lets go of things and closes them, which may take long
   */
  public Workshop(Factories factories, Executor closing) {
    this.factories = factories;
    this.closing = closing;
  }

  /**
   * What a section with {@code name}, or with {@code class} and {@code kwargs}, describes.
   *
   * @param type {@code Provider}, {@code TileCache} or {@code Effect}
   * @throws MissingPluginException if nobody makes such a thing now
   * @throws Exception of the factory
   */
  public <T> Lease<T> lease(Kind kind, Section section, Class<T> type) throws Exception {
    Order order = Order.of(kind, section);
    Object factory =
        factories
            .find(kind, order.name())
            .orElseThrow(() -> new MissingPluginException(kind, order.name()));
    Item item = item(factory, order.options());
    return new Lease<>(this, item, type.cast(item.thing()), kind, order);
  }

  /** Whether it is this factory that serves such an order now. */
  boolean hasServing(Kind kind, Order order, Object factory) {
    return factories.find(kind, order.name()).filter(now -> now == factory).isPresent();
  }

  /** Done when nothing is alive any more of what these factories have made so far. */
  public synchronized CompletableFuture<Void> end(Predicate<Object> factory) {
    return CompletableFuture.allOf(
        alive.stream()
            .filter(item -> factory.test(item.key().factory()))
            .map(Item::end)
            .toArray(CompletableFuture[]::new));
  }

  private synchronized Item item(Object factory, Section options) throws Exception {
    var key = new Key(factory, options.json(), options.surroundings().base());
    Item item = items.get(key);
    if (item == null || !item.isStillTrue(options.surroundings()::hasLayer)) {
      item = make(key, options);
      items.put(key, item);
      alive.add(item);
    }
    item.enter();
    return item;
  }

  private Item make(Key key, Section options) throws Exception {
    var parts = new CopyOnWriteArrayList<Lease<?>>();
    var around = new WithParts(options.surroundings(), this, parts);
    var section = new Section(options.where(), options.json(), around);
    section.has("name");
    try (var calm = new Undisturbed()) {
      Object thing = create(key.factory(), section);
      if (thing == null) {
        throw new ConfigurationException(options.where() + ": the plug-in made nothing of it.");
      }
      return new Item(key, section.asked(), thing, parts);
    } catch (Throwable e) {
      parts.forEach(Lease::release);
      throw e;
    }
  }

  private static @Nullable Object create(Object factory, Options options) throws Exception {
    if (factory instanceof ProviderFactory providers) {
      return providers.create(options);
    }
    if (factory instanceof CacheFactory caches) {
      return caches.create(options);
    }
    return ((EffectFactory) factory).create(options);
  }

  /** Does not even wait for what is being made just now: it is requests that let go. */
  void release(Item item) {
    closing.execute(() -> leave(item));
  }

  private void leave(Item item) {
    if (isLastUser(item)) {
      close(item);
    }
  }

  private synchronized boolean isLastUser(Item item) {
    boolean isLast = item.leave();
    if (isLast) {
      items.remove(item.key(), item);
    }
    return isLast;
  }

  private void close(Item item) {
    item.close();
    synchronized (this) {
      alive.remove(item);
    }
  }
}
