package org.azulejo.http.monitor;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Headers;
import org.azulejo.http.exchange.Json;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.layer.Layers;
import org.azulejo.operation.ServerFigures;

/**
 * Answers {@code /health}, {@code /health/live} and {@code /metrics}. Those threads do it that
 * serve no tiles, so that it works when the server is busy.
 *
 * @param isApart whether metrics are told at a door of their own only
 */
public record Monitor(Layers layers, ServerFigures figures, Executor clerks, boolean isApart) {
  private static final String HEALTH = "/health";
  private static final String LIVE = "/health/live";
  private static final String METRICS = "/metrics";

  /**
   * Whether the path is one of those answered here.
   *
   * @param atOwnDoor whether the request came in at the door that is for this alone
   */
  public boolean answers(String path, boolean atOwnDoor) {
    return path.equals(HEALTH)
        || path.equals(LIVE)
        || path.equals(METRICS) && (atOwnDoor || !isApart);
  }

  /** Answers later. Never blocks. */
  public void handle(Exchange exchange, String path) {
    exchange.headers().put(Headers.NO_STORE);
    try {
      clerks.execute(() -> answer(exchange, path));
    } catch (RejectedExecutionException e) {
      exchange.send(Statuses.of(e));
    }
  }

  private void answer(Exchange exchange, String path) {
    switch (path) {
      case METRICS ->
          exchange.send(200, Metrics.MEDIA_TYPE, Metrics.of(layers.snapshot(), figures));
      case LIVE -> exchange.send(200, "application/json", "{\"status\":\"live\"}");
      default -> {
        Health health = Health.of(layers.snapshot());
        exchange.send(health.status(), "application/json", Json.of(health.document()));
      }
    }
  }
}
