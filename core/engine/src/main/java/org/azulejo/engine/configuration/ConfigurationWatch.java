package org.azulejo.engine.configuration;

import java.time.Duration;
import org.azulejo.api.ConfigurationException;

/**
 * Looks again and again whether the configuration has changed. A change is taken once it stands
 * still for one interval, so that many saves in a burst are one change.
 */
public final class ConfigurationWatch implements AutoCloseable {
  private final ConfigurationSource source;
  private final ConfigurationReader reader;
  private final Listener listener;
  private final Thread thread;
  private Object taken;
  private Object seen;

  /** Hears of changes, on the watch's own thread. */
  public interface Listener {
    /** It was read; it may be the same as before. */
    void changed(Configuration configuration);

    /** It cannot be used; whatever served before serves on. */
    void refused(String sentence);
  }

  /**
   * @param stamp that the source had before it was read for the first time
   */
  public ConfigurationWatch(
      ConfigurationSource source, ConfigurationReader reader, Object stamp, Listener listener) {
    this.source = source;
    this.reader = reader;
    this.listener = listener;
    this.taken = stamp;
    this.seen = stamp;
    this.thread = new Thread(this::watch, "azulejo-configuration");
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void watch() {
    Duration interval = source.interval();
    try {
      while (true) {
        Thread.sleep(interval.toMillis());
        look();
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  private void look() {
    Object stamp = source.stamp();
    boolean stands = stamp.equals(seen) || source instanceof ConfigurationSource.Document;
    seen = stamp;
    if (stands && !stamp.equals(taken)) {
      taken = stamp;
      take();
    }
  }

  private void take() {
    try {
      listener.changed(source.read(reader));
    } catch (ConfigurationException e) {
      listener.refused(e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
