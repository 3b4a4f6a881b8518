package org.azulejo.engine.configuration;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.azulejo.api.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again whether the configuration has changed. A change is taken once it stands
 * still for one interval, so that many saves in a burst are one change.
 */
public final class ConfigurationWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ConfigurationWatch.class);
  private static final long PATIENCE_MILLIS = 5000;

  /** The stamp of no source. */
  private static final Object NOTHING = new Object();

  private final ConfigurationSource source;
  private final ConfigurationReader reader;
  private final Listener listener;
  private final Duration interval;
  private final Thread thread;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Object taken;
  private Object seen;
  private Optional<String> unreadable = Optional.empty();

  /** Hears of changes, on the watch's own thread or on that of {@link #take}. */
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
    this(source, reader, stamp, listener, source.interval());
  }

  ConfigurationWatch(
      ConfigurationSource source,
      ConfigurationReader reader,
      Object stamp,
      Listener listener,
      Duration interval) {
    this.interval = interval;
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
    try {
      while (!end.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      log.warn("The configuration is not watched any more: somebody interrupted the watch.");
    }
  }

  private void look() {
    Object stamp = source.stamp();
    boolean stands = stamp.equals(seen);
    seen = stamp;
    if (stands && !stamp.equals(taken)) {
      taken = stamp;
      take();
    }
  }

  /**
   * Reads it now, whatever has been seen of it, and tells the listener. If it cannot be read, that
   * is told once, and tried again at every look: a server may be busy, or a file be opened to us.
   */
  public synchronized void take() {
    Optional<String> before = unreadable;
    unreadable = Optional.empty();
    try {
      Configuration fresh = source.read(reader);
      if (end.getCount() > 0) {
        listener.changed(fresh);
      }
    } catch (UnreadableException e) {
      taken = NOTHING;
      unreadable = Optional.of(e.getMessage());
      if (!unreadable.equals(before)) {
        refuse(e.getMessage());
      }
    } catch (ConfigurationException e) {
      refuse(e.getMessage());
    } catch (RuntimeException | Error e) {
      log.error("The configuration could not be taken.", e);
      refuse("Taking it failed: %s; the log says more.".formatted(e.getClass().getSimpleName()));
    }
  }

  private void refuse(String sentence) {
    if (end.getCount() > 0) {
      listener.refused(sentence);
    }
  }

  /** Ends it. What is being read just now is not heard of any more; the thread may outlive it. */
  @Override
  public void close() {
    end.countDown();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
