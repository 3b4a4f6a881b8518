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
  private final Workshop.Item item;
  private final T thing;

  Lease(Workshop workshop, Workshop.Item item, T thing) {
    this.workshop = workshop;
    this.item = item;
    this.thing = thing;
  }

  public T thing() {
    return thing;
  }

  /** The layers it asked for when it was made. */
  public Set<String> layers() {
    return item.section().asked().layers();
  }

  /** The keys of its section that it did not ask for, in sentences. */
  public List<String> unknownKeys() {
    return item.section().unknownKeys();
  }

  /** Lets go. Once. */
  public void release() {
    workshop.release(item);
  }
}
