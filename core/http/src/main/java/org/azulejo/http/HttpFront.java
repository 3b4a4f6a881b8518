package org.azulejo.http;

import java.time.Clock;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.azulejo.http.room.Rooms;
import org.azulejo.layer.Layers;
import org.azulejo.operation.ServerFigures;
import org.azulejo.web.WebRoom;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the server while there are layers. Whoever hosts us, such as a launcher, may be told how it
 * went: {@code ready} with an address, or {@code failed} with a sentence.
 */
@Component(
    service = ServerFigures.class,
    immediate = true,
    configurationPid = "org.azulejo",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class HttpFront implements ServerFigures {
  private static final Logger log = LoggerFactory.getLogger(HttpFront.class);

  private final Layers layers;
  private final BiConsumer<String, String> host;
  private final Rooms rooms = new Rooms();
  private Settings settings;
  private volatile @Nullable JettyServer server;

  @Activate
  public HttpFront(
      @Reference Layers layers,
      @Reference(target = "(azulejo.host=true)", cardinality = ReferenceCardinality.OPTIONAL)
          @Nullable BiConsumer<String, String> host,
      HttpSettings settings) {
    this.layers = layers;
    this.host = host == null ? (event, text) -> {} : host;
    this.settings = Settings.of(settings);
    start();
  }

  /**
   * Other parts have keys in the same configuration: restarts only for ours. A server that ran goes
   * on as before if it cannot run with these.
   */
  @Modified
  void change(HttpSettings changed) {
    Settings before = settings;
    Settings wanted = Settings.of(changed);
    if (server == null) {
      settings = wanted;
      start();
    } else if (!wanted.equals(before)) {
      stop();
      settings = wanted;
      if (!start()) {
        settings = before;
        start();
      }
    }
  }

  @Reference(
      service = WebRoom.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindRoom(WebRoom room, Map<String, Object> properties) {
    rooms.add(room, String.valueOf(properties.get(WebRoom.PREFIX)));
  }

  void unbindRoom(WebRoom room) {
    rooms.remove(room);
  }

  @Override
  public int connections() {
    return figure(ServerFigures::connections);
  }

  @Override
  public int requests() {
    return figure(ServerFigures::requests);
  }

  @Override
  public int queued() {
    return figure(ServerFigures::queued);
  }

  @Override
  public int parked() {
    return figure(ServerFigures::parked);
  }

  @Override
  public long refused() {
    JettyServer now = server;
    return now == null ? 0 : now.refused();
  }

  private int figure(ToIntFunction<ServerFigures> figure) {
    JettyServer now = server;
    return now == null ? 0 : figure.applyAsInt(now);
  }

  @Deactivate
  void stop() {
    if (server != null) {
      try {
        server.close();
      } catch (Exception e) {
        log.warn("The server did not stop as it should.", e);
      }
      server = null;
    }
  }

  private boolean start() {
    try {
      server = JettyServer.start(settings, layers, rooms, Clock.systemUTC());
      log.info("Listening at {}", String.join(" and ", server.addresses()));
      host.accept("ready", server.address());
      return true;
    } catch (Exception e) {
      String sentence =
          e instanceof StartFailure ? e.getMessage() : "The server cannot start: %s.".formatted(e);
      log.error("{}", sentence);
      log.debug("Where it failed:", e);
      host.accept("failed", sentence);
      return false;
    }
  }
}
