package org.azulejo.http.exchange;

import java.util.Optional;
import org.azulejo.layer.Layer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** Answers {@code OPTIONS}: what may be asked, and by pages from elsewhere. */
public final class Preflight {
  public static final String METHODS = "GET, HEAD, POST, OPTIONS";

  private static final int DAY_SECONDS = 86_400;

  private Preflight() {}

  /**
   * @param layer whose allowed origin counts
   */
  public static void answer(Exchange exchange, Optional<Layer> layer) {
    exchange.headers().put(HttpHeader.ALLOW, METHODS);
    layer.flatMap(Layer::allowedOrigin).ifPresent(origin -> allow(exchange, origin));
    exchange.send(204);
  }

  private static void allow(Exchange exchange, String origin) {
    exchange
        .headers()
        .add(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        .add(new HttpField("Access-Control-Allow-Methods", METHODS))
        .add(new HttpField("Access-Control-Allow-Headers", "*"))
        .add("Access-Control-Max-Age", DAY_SECONDS);
  }
}
