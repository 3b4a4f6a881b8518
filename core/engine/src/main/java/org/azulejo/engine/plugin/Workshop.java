package org.azulejo.engine.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.Options;
import org.azulejo.api.ProviderFactory;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out live things by (factory, section): the same one again as long as somebody uses it, so
 * that pools and connections outlive a change of the configuration. Safe for many threads.
 */
public final class Workshop {
  private static final Logger log = LoggerFactory.getLogger(Workshop.class);

  private final Factories factories;
  private final Executor closing;
  private final Map<Key, Item> items = new HashMap<>();

  /**
   * @param closing runs what may take long
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
    return new Lease<>(this, item, type.cast(item.thing));
  }

  private synchronized Item item(Object factory, Section options) throws Exception {
    var key = new Key(factory, options.json(), options.surroundings().base());
    Item item = items.get(key);
    if (item == null || !item.section.asked().stillTrue(options.surroundings()::hasLayer)) {
      item = make(key, factory, options);
      items.put(key, item);
    }
    item.users++;
    return item;
  }

  private Item make(Key key, Object factory, Section options) throws Exception {
    var parts = new ArrayList<Lease<?>>();
    Surroundings around = new WithParts(options.surroundings(), this, parts);
    var section = new Section(options.where(), options.json(), around);
    section.has("name");
    try {
      return new Item(key, section, create(factory, section), parts);
    } catch (Throwable e) {
      parts.forEach(Lease::release);
      throw e;
    }
  }

  private static Object create(Object factory, Options options) throws Exception {
    if (factory instanceof ProviderFactory providers) {
      return providers.create(options);
    }
    if (factory instanceof CacheFactory caches) {
      return caches.create(options);
    }
    return ((EffectFactory) factory).create(options);
  }

  synchronized void release(Item item) {
    item.users--;
    if (item.users == 0) {
      items.remove(item.key, item);
      closing.execute(item::close);
    }
  }

  private record Key(Object factory, JsonNode section, Base base) {
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

  /** Something alive, and how many use it. */
  static final class Item {
    private final Key key;
    private final Section section;
    private final Object thing;
    private final List<Lease<?>> parts;
    private int users;

    private Item(Key key, Section section, Object thing, List<Lease<?>> parts) {
      this.key = key;
      this.section = section;
      this.thing = thing;
      this.parts = parts;
    }

    Section section() {
      return section;
    }

    private void close() {
      try {
        if (thing instanceof AutoCloseable closeable) {
          closeable.close();
        }
      } catch (Exception | LinkageError e) {
        log.warn("{} could not be closed.", section, e);
      }
      parts.forEach(Lease::release);
    }
  }
}
