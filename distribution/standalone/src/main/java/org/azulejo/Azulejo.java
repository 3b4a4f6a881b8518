package org.azulejo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * A running tile server. Any number of them live in one JVM and share nothing. A server runs until
 * it is closed, also if nobody holds on to this object. Safe for many threads.
 */
public final class Azulejo implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final Home home;
  private final Level level;
  private final Storage storage = Storage.fresh();
  private final Host host;
  private final Framework framework;
  private final Thread keeper = new Thread(this::keep, "azulejo");
  private boolean isClosed;

  /**
   * @param level up to which bundles start
   * @param settings that do not stand in a file
   * @param logging hears of the log level
   */
  Azulejo(Home home, Level level, Map<String, String> settings, Consumer<String> logging)
      throws IOException {
    this.home = home;
    this.level = level;
    this.host = new Host(logging);
    keeper.setDaemon(false);
    this.framework =
        ServiceLoader.load(FrameworkFactory.class, Azulejo.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new IOException("There is no OSGi framework on the class path."))
            .newFramework(FrameworkSettings.of(home, storage.folder(), settings));
  }

  /**
   * Serves the layers of a TileStache configuration file.
   *
   * @throws IOException if the server cannot start; the message is a sentence that says why
   */
  public static Azulejo serve(Path configuration) throws IOException {
    return builder().configuration(configuration).start();
  }

  /** For a server with more of its settings made. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts and waits until the bundles say that it is ready. */
  Azulejo open() throws IOException {
    try {
      launch();
      host.await(START_LIMIT);
      return this;
    } catch (BundleException e) {
      close();
      throw new IOException("The server does not start: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Starts, waits until the bundles say how the layers fare, and closes. */
  Findings look() throws IOException {
    try (this) {
      launch();
      return host.findings(START_LIMIT);
    } catch (BundleException e) {
      throw new IOException("The layers cannot be checked: " + e.getMessage(), e);
    }
  }

  private synchronized void launch() throws IOException, BundleException {
    if (isClosed) {
      throw new IOException("The server was closed before it started.");
    }
    storage.create();
    framework.init();
    keeper.start();
    framework.getBundleContext().addFrameworkListener(new FrameworkLog());
    framework.getBundleContext().registerService(BiConsumer.class, host, Host.PROPERTIES);
    new Bundles(framework).install(home.bundles());
    framework.start();
    // Does not wait for the bundles, so that the server can be closed whatever they do.
    framework.adapt(FrameworkStartLevel.class).setStartLevel(level.number());
  }

  /** Where the server is to be found at present: {@code http://HOST:PORT/}. */
  public URI address() {
    return host.address();
  }

  /**
   * Stops the server and waits until requests under way are answered, the port is free and every
   * thread has ended; a minute at most. An interrupt does not cut that short. Closing again does
   * nothing.
   */
  @Override
  public synchronized void close() {
    isClosed = true;
    host.fail(new IOException("The server was closed before it was ready."));
    try {
      framework.stop();
      awaitEnd();
    } catch (BundleException e) {
      throw new IllegalStateException("The server does not stop: " + e.getMessage(), e);
    } finally {
      storage.delete();
    }
  }

  private void awaitEnd() {
    long until = System.nanoTime() + STOP_LIMIT.toNanos();
    boolean isInterrupted = Thread.interrupted();
    for (long left = STOP_LIMIT.toMillis(); left > 0 && keeper.isAlive(); ) {
      try {
        keeper.join(left);
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
      left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps the JVM alive while the server runs, and cleans up if a bundle has stopped it. */
  private void keep() {
    try {
      framework.waitForStop(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    storage.delete();
  }
}
