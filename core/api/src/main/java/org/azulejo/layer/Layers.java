package org.azulejo.layer;

import org.osgi.annotation.versioning.ProviderType;

/** The service by which front ends reach the layers. Safe for many threads; readers never lock. */
@ProviderType
public interface Layers {
  /** The layers as they are now. Take it once per request: it does not change. */
  LayerSnapshot snapshot();

  /**
   * Has the listener called after each change, on a thread of the server's: be quick. Closing ends
   * it.
   */
  Subscription onChange(Runnable listener);

  /** Ends when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
