package org.azulejo.http;

import java.util.Optional;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Headers;
import org.azulejo.http.exchange.InFlight;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.http.exchange.UrlPath;
import org.azulejo.http.tile.TileHandler;
import org.azulejo.http.tile.TilePath;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every request comes in here. Runs on the network threads and never blocks. */
final class Site extends Handler.Abstract.NonBlocking {
  private static final String METHODS = "GET, HEAD, OPTIONS";

  private final InFlight inFlight;
  private final TileHandler tiles;

  Site(InFlight inFlight, TileHandler tiles) {
    this.inFlight = inFlight;
    this.tiles = tiles;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var exchange = new Exchange(request, response, inFlight.enter(callback));
    exchange.headers().add(Headers.NO_SNIFF);
    if (inFlight.isEnding()) {
      exchange.headers().put(HttpHeader.CONNECTION, "close");
    }
    switch (request.getMethod()) {
      case "GET", "HEAD" -> get(exchange);
      default -> refuse(exchange);
    }
    return true;
  }

  private void get(Exchange exchange) {
    Optional<String> path = UrlPath.decode(exchange.rawPath());
    Optional<TilePath> tile = path.flatMap(TilePath::parse);
    if (tile.isPresent()) {
      tiles.handle(exchange, tile.get());
    } else {
      exchange.send(Statuses.badPath(exchange.rawPath()));
    }
  }

  private static void refuse(Exchange exchange) {
    exchange.headers().put(HttpHeader.ALLOW, METHODS);
    exchange.send(Statuses.badMethod(METHODS));
  }
}
