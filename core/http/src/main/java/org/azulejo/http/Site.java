package org.azulejo.http;

import java.util.Optional;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Headers;
import org.azulejo.http.exchange.InFlight;
import org.azulejo.http.exchange.Preflight;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.http.exchange.UrlPath;
import org.azulejo.http.monitor.Monitor;
import org.azulejo.http.page.Pages;
import org.azulejo.http.room.RoomHandler;
import org.azulejo.http.tile.TileHandler;
import org.azulejo.http.tile.TilePath;
import org.azulejo.layer.Layer;
import org.azulejo.web.WebRoom;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every request comes in here. Runs on the network threads and never blocks. */
final class Site extends Handler.Abstract.NonBlocking {
  private final InFlight inFlight;
  private final TileHandler tiles;
  private final Pages pages;
  private final RoomHandler rooms;
  private final Monitor monitor;

  Site(InFlight inFlight, TileHandler tiles, Pages pages, RoomHandler rooms, Monitor monitor) {
    this.inFlight = inFlight;
    this.tiles = tiles;
    this.pages = pages;
    this.rooms = rooms;
    this.monitor = monitor;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var exchange = new Exchange(request, response, inFlight.enter(callback));
    exchange.headers().add(Headers.NO_SNIFF);
    if (inFlight.isEnding()) {
      exchange.headers().put(HttpHeader.CONNECTION, "close");
    }
    if (isForMonitorOnly(request)) {
      watch(exchange);
      return true;
    }
    Optional<WebRoom> room = rooms.room(exchange);
    if (room.isPresent() && !isTile(exchange)) {
      rooms.handle(exchange, room.get());
      return true;
    }
    switch (request.getMethod()) {
      // As TileStache does, so that a form may ask for a tile.
      case "GET", "HEAD", "POST" -> get(exchange);
      case "OPTIONS" -> Preflight.answer(exchange, layer(exchange));
      default -> refuse(exchange);
    }
    return true;
  }

  private static boolean isForMonitorOnly(Request request) {
    return Connectors.MONITOR.equals(request.getConnectionMetaData().getConnector().getName());
  }

  private void watch(Exchange exchange) {
    String path = exchange.rawPath();
    if (monitor.answers(path, true)) {
      monitor.handle(exchange, path);
    } else {
      exchange.send(404);
    }
  }

  /** Layers may have any name, that of a room, too: their tiles stay where they were. */
  private boolean isTile(Exchange exchange) {
    Optional<String> path = UrlPath.decode(exchange.rawPath());
    return path.flatMap(TilePath::parse).flatMap(tiles::layer).isPresent();
  }

  private void get(Exchange exchange) {
    Optional<String> path = UrlPath.decode(exchange.rawPath());
    Optional<TilePath> tile = path.flatMap(TilePath::parse);
    if (tile.isPresent()) {
      tiles.handle(exchange, tile.get());
    } else if (path.isPresent() && monitor.answers(path.get(), false)) {
      monitor.handle(exchange, path.get());
    } else if (path.isPresent()) {
      pages.handle(exchange, path.get());
    } else {
      exchange.send(Statuses.badPath(exchange.rawPath()));
    }
  }

  /** The layer that a request is about, if it is about one. */
  private Optional<Layer> layer(Exchange exchange) {
    Optional<String> path = UrlPath.decode(exchange.rawPath());
    return path.flatMap(TilePath::parse).flatMap(tiles::layer).or(() -> path.flatMap(pages::layer));
  }

  /**
   * Ends the connection as well: Jetty would keep it open for CONNECT, whatever the client asks.
   */
  private static void refuse(Exchange exchange) {
    exchange.headers().put(HttpHeader.CONNECTION, "close");
    exchange.headers().put(HttpHeader.ALLOW, Preflight.METHODS);
    exchange.send(Statuses.badMethod(Preflight.METHODS));
  }
}
