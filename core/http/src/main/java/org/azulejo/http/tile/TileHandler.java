package org.azulejo.http.tile;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.azulejo.api.EncodedTile;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Fault;
import org.azulejo.http.exchange.FaultLog;
import org.azulejo.http.exchange.Freshness;
import org.azulejo.http.exchange.Headers;
import org.azulejo.http.exchange.Lanes;
import org.azulejo.http.exchange.Origin;
import org.azulejo.http.exchange.Refusal;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerWaitingException;
import org.azulejo.layer.Layers;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Answers requests for tiles. What a layer has at hand is sent by the thread that asks; everything
 * else becomes a job for other threads.
 */
public final class TileHandler implements AutoCloseable {
  private final Layers layers;
  private final Origin origin;
  private final TileReply reply;
  private final TileJobs jobs;
  private final Admission admission;
  private final FaultLog faults;

  /**
   * @param readers threads that read caches
   * @param drawers threads that draw
   */
  public TileHandler(
      Layers layers,
      Executor readers,
      Lanes drawers,
      Parking parking,
      Origin origin,
      Freshness freshness,
      Admission admission,
      FaultLog faults) {
    this.layers = layers;
    this.origin = origin;
    this.reply = new TileReply(freshness);
    this.jobs = new TileJobs(layers, readers, drawers, parking, reply, faults);
    this.admission = admission;
    this.faults = faults;
  }

  /** The layer as it is now. */
  public Optional<Layer> layer(TilePath path) {
    return layers.snapshot().layer(path.layer());
  }

  /** Answers, now or later. Never blocks. */
  public void handle(Exchange exchange, TilePath path) {
    Optional<Layer> layer = layer(path);
    if (layer.isEmpty()) {
      exchange.send(404);
      return;
    }
    Optional<Fault> refusal = admission.refusal(exchange, layer.get());
    if (refusal.isPresent()) {
      exchange.send(refusal.get());
      return;
    }
    Optional<String> redirect = layer.get().redirect(path.extension().toLowerCase(Locale.ROOT));
    if (redirect.isPresent()) {
      redirect(exchange, path.as(redirect.get()));
    } else {
      handle(exchange, path, layer.get());
    }
  }

  private void handle(Exchange exchange, TilePath path, Layer layer) {
    try {
      Wanted wanted = Wanted.of(layer, path);
      Optional<Jsonp> jsonp = wanted.callback(exchange.query());
      Optional<EncodedTile> tile = wanted.peek();
      if (tile.isPresent() && TileReply.isReady(tile.get(), jsonp)) {
        exchange.headers().add(Headers.HIT).add(Headers.AT_HAND);
        reply.send(exchange, wanted, tile.get());
      } else {
        jobs.take(exchange, layer, path);
      }
    } catch (LayerWaitingException e) {
      jobs.take(exchange, layer, path);
    } catch (Refusal e) {
      exchange.send(Statuses.of(e));
    } catch (Throwable e) {
      faults.tell(path.layer(), path.toString(), e);
      exchange.send(Statuses.of(e));
    }
  }

  private void redirect(Exchange exchange, String path) {
    String query = exchange.query();
    String place = origin.prefix(exchange.request()) + path;
    String location = query == null || query.isEmpty() ? place : place + "?" + query;
    exchange.headers().put(HttpHeader.LOCATION, location);
    exchange.send(302, "text/plain", "You are being redirected to " + location + "\n");
  }

  /** Refuses whoever still waits for a tile. */
  @Override
  public void close() {
    jobs.close();
  }
}
