package org.azulejo.http;

import java.io.IOException;
import java.nio.file.InvalidPathException;
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
import org.azulejo.http.monitor.AccessLog;
import org.azulejo.http.monitor.Monitor;
import org.azulejo.http.page.Pages;
import org.azulejo.http.room.RoomHandler;
import org.azulejo.http.room.Rooms;
import org.azulejo.http.tile.Admission;
import org.azulejo.http.tile.Parking;
import org.azulejo.http.tile.TileHandler;
import org.azulejo.layer.Layers;
import org.azulejo.operation.ServerFigures;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** A running server. Closing it lets running requests finish for a while and frees its ports. */
final class JettyServer implements ServerFigures, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_NETWORK_THREADS = 32;

  /** Threads for the rooms that are no tiles, so that no operator keeps a tile waiting. */
  private static final int MOST_CLERKS = 4;

  private static final long MOST_BODY = 128L << 20;

  private final InFlight inFlight = new InFlight();
  private final List<ServerConnector> connectors = new ArrayList<>();
  private final Settings settings;
  private final Server server;
  private final Workers readers;
  private final Workers drawers;
  private final Lanes lanes;
  private final Workers clerks;
  private final Parking parking;
  private final TileHandler tiles;
  private final Layers.Subscription changes;

  private JettyServer(Settings settings, Layers layers, Rooms rooms, Clock clock) {
    this.settings = settings;
    var scheduler = new ScheduledExecutorScheduler("azulejo-http-timer", true);
    this.server = new Server(threads(), scheduler, null);
    this.readers = new Workers("reader", Math.max(4, settings.workers() / 4), settings.queue());
    this.drawers = new Workers("drawer", settings.workers(), settings.workers() + settings.queue());
    this.clerks = new Workers("clerk", MOST_CLERKS, settings.queue());
    this.parking = new Parking(clock, scheduler, settings.grace(), settings.queue());
    var freshness = new Freshness(clock);
    var admission = new Admission(clock);
    var faults = new FaultLog(clock);
    this.lanes = new Lanes(drawers, settings.workers(), settings.queue());
    var origin = new Origin(settings.forwarded());
    this.tiles =
        new TileHandler(layers, readers, lanes, parking, origin, freshness, admission, faults);
    var pages = new Pages(layers, readers, origin, freshness, admission, faults);
    var halls = new RoomHandler(rooms, clerks, faults, MOST_BODY);
    var monitor = new Monitor(layers, this, clerks, settings.metricsPort() >= 0);
    server.setHandler(new Site(inFlight, tiles, pages, halls, monitor));
    server.setErrorHandler(new PlainErrors());
    server.addBean(new NetworkConnectionLimit(settings.connections(), server));
    this.changes = layers.onChange(parking::changed);
  }

  /**
   * Starts a server for these layers and rooms.
   *
   * @throws StartFailure if it cannot, as it is set up
   */
  static JettyServer start(Settings settings, Layers layers, Rooms rooms, Clock clock)
      throws Exception {
    Connectors.findPreEncoder();
    var server = new JettyServer(settings, layers, rooms, clock);
    try {
      server.open();
      server.server.start();
      return server;
    } catch (Exception | Error e) {
      server.abandon(e);
      throw e;
    }
  }

  /** What has begun only in part may not end well either; the reason is what went wrong first. */
  private void abandon(Throwable reason) {
    try {
      close();
    } catch (Exception e) {
      reason.addSuppressed(e);
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

  @Override
  public int connections() {
    return connectors.stream().mapToInt(door -> door.getConnectedEndPoints().size()).sum();
  }

  @Override
  public int requests() {
    return inFlight.count();
  }

  @Override
  public int queued() {
    return readers.queued() + lanes.queued();
  }

  @Override
  public int parked() {
    return parking.taken();
  }

  @Override
  public long refused() {
    return readers.refused() + lanes.refused();
  }

  @Override
  public void close() throws Exception {
    connectors.forEach(ServerConnector::close);
    changes.close();
    parking.close();
    try {
      inFlight.end(PATIENCE);
    } finally {
      tiles.close();
      readers.close();
      drawers.close();
      clerks.close();
      server.stop();
      server.destroy();
    }
  }

  private void open() throws StartFailure {
    if (!settings.accessLog().isEmpty()) {
      server.setRequestLog(accessLog());
    }
    var doors = new Connectors(server, settings);
    if (settings.port() >= 0) {
      connectors.add(doors.plain());
    }
    if (settings.tls().port() >= 0) {
      connectors.add(doors.tls());
    }
    if (settings.metricsPort() >= 0) {
      connectors.add(doors.monitor());
    }
    if (settings.port() < 0 && settings.tls().port() < 0) {
      throw new StartFailure("Neither port nor tls.port is set, so there is nowhere to listen.");
    }
    for (ServerConnector connector : connectors) {
      server.addConnector(connector);
      open(connector);
    }
  }

  private AccessLog accessLog() throws StartFailure {
    try {
      return AccessLog.to(settings.accessLog());
    } catch (IOException | InvalidPathException e) {
      throw new StartFailure(
          "access.log: there can be no file %s: %s.".formatted(settings.accessLog(), e), e);
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
