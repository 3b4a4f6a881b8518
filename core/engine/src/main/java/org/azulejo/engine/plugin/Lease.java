package org.azulejo.engine.plugin;

import java.util.List;
import java.util.Set;

/**
 * A share in something alive that several may use; the last one to let go has it closed.
 *
 * @param <T> provider, cache or effect
 */
public final class Lease<T> {
  private final Workshop workshop;
  private final Item item;
  private final T thing;
  private final String where;

  /**
   * @param where its section stands
   */
  Lease(Workshop workshop, Item item, T thing, String where) {
    this.workshop = workshop;
    this.item = item;
    this.thing = thing;
    this.where = where;
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
    return item.unknownKeys(where);
  }

  Item item() {
    return item;
  }

  /** Lets go. Once. */
  public void release() {
    workshop.release(item);
  }
}
