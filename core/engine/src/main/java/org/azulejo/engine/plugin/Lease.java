package org.azulejo.engine.plugin;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A share in something alive that several may use; the last one to let go has it closed.
 *
 * @param <T> provider, cache or effect
 */
public final class Lease<T> {
  private final Workshop workshop;
  private final Item item;
  private final T thing;
  private final Kind kind;
  private final Order order;

  Lease(Workshop workshop, Item item, T thing, Kind kind, Order order) {
    this.workshop = workshop;
    this.item = item;
    this.thing = thing;
    this.kind = kind;
    this.order = order;
  }

  public T thing() {
    return thing;
  }

  /** Whether this factory made it or one of its parts. */
  public boolean isOf(Object factory) {
    return item.isOf(factory);
  }

  /** The layers that it and its parts asked for. */
  public Set<String> layers() {
    return item.layers();
  }

  /** The keys that it and its parts did not ask for, in sentences. */
  public List<String> unknownKeys() {
    return item.unknownKeys(order.options().where());
  }

  /** Whether the same would be made of its section now, by the same factory. */
  boolean isStillTrue(Predicate<String> hasLayer) {
    return workshop.hasServing(kind, order, item.key().factory()) && item.isStillTrue(hasLayer);
  }

  /** Lets go. Once. */
  public void release() {
    workshop.release(item);
  }
}
