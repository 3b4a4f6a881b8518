package org.azulejo.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.azulejo.http.exchange.FaultLog;
import org.azulejo.http.exchange.Freshness;
import org.azulejo.http.exchange.InFlight;
import org.azulejo.http.exchange.Lanes;
import org.azulejo.http.exchange.Origin;
import org.azulejo.http.exchange.Workers;
import org.azulejo.http.page.Pages;
import org.azulejo.http.tile.Parking;
import org.azulejo.http.tile.TileHandler;
import org.azulejo.layer.Layers;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** A running server. Closing it lets running requests finish for a while and frees its ports. */
final class JettyServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_NETWORK_THREADS = 32;

  private final InFlight inFlight = new InFlight();
  private final List<ServerConnector> connectors = new ArrayList<>();
  private final Settings settings;
  private final Server server;
  private final Workers readers;
  private final Workers drawers;
  private final Parking parking;
  private final Layers.Subscription changes;

  private JettyServer(Settings settings, Layers layers, Clock clock) {
    this.settings = settings;
    var scheduler = new ScheduledExecutorScheduler("azulejo-http-timer", true);
    this.server = new Server(threads(), scheduler, null);
    this.readers = new Workers("reader", Math.max(4, settings.workers() / 4), settings.queue());
    this.drawers = new Workers("drawer", settings.workers(), settings.workers() + settings.queue());
    this.parking = new Parking(clock, scheduler, settings.grace(), settings.queue());
    var freshness = new Freshness(clock);
    var faults = new FaultLog(clock);
    var lanes = new Lanes(drawers, settings.workers(), settings.queue());
    var origin = new Origin(settings.forwarded());
    var tiles = new TileHandler(layers, readers, lanes, parking, origin, freshness, faults);
    var pages = new Pages(layers, readers, origin, freshness, faults);
    server.setHandler(new Site(inFlight, tiles, pages));
    server.setErrorHandler(new PlainErrors());
    server.addBean(new NetworkConnectionLimit(settings.connections(), server));
    this.changes = layers.onChange(parking::changed);
  }

  /**
   * Starts a server for these layers.
   *
   * @throws StartFailure if it cannot, as it is set up
   */
  static JettyServer start(Settings settings, Layers layers, Clock clock) throws Exception {
    Connectors.findPreEncoder();
    var server = new JettyServer(settings, layers, clock);
    try {
      server.open();
      server.server.start();
      return server;
    } catch (Exception | Error e) {
      server.close();
      throw e;
    }
  }

  /** Where it is to be found, with a slash at the end. */
  String address() {
    return addresses().get(0);
  }

  /** Every address it listens at, the plain one first. */
  List<String> addresses() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return connectors.stream()
        .map(door -> scheme(door) + "://" + host + ":" + door.getLocalPort() + "/")
        .toList();
  }

  private static String scheme(ServerConnector door) {
    return door.getConnectionFactory(SslConnectionFactory.class) == null ? "http" : "https";
  }

  /** How many requests are not answered yet. */
  int requests() {
    return inFlight.count();
  }

  @Override
  public void close() throws Exception {
    connectors.forEach(ServerConnector::close);
    changes.close();
    parking.close();
    try {
      inFlight.end(PATIENCE);
    } finally {
      readers.close();
      drawers.close();
      server.stop();
      server.destroy();
    }
  }

  private void open() throws StartFailure {
    var doors = new Connectors(server, settings);
    if (settings.port() >= 0) {
      connectors.add(doors.plain());
    }
    if (settings.tls().port() >= 0) {
      connectors.add(doors.tls());
    }
    if (connectors.isEmpty()) {
      throw new StartFailure("Neither port nor tls.port is set, so there is nowhere to listen.");
    }
    for (ServerConnector connector : connectors) {
      server.addConnector(connector);
      open(connector);
    }
  }

  private static void open(ServerConnector connector) throws StartFailure {
    try {
      connector.open();
    } catch (IOException | RuntimeException e) {
      throw StartFailure.listening(connector.getHost(), connector.getPort(), e);
    }
  }

  private static QueuedThreadPool threads() {
    var threads = new QueuedThreadPool(MOST_NETWORK_THREADS, 4);
    threads.setName("azulejo-http");
    return threads;
  }
}
