package org.azulejo.http.tile;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.azulejo.api.EncodedTile;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.FaultLog;
import org.azulejo.http.exchange.Freshness;
import org.azulejo.http.exchange.Refusal;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerWaitingException;
import org.azulejo.layer.Layers;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Answers requests for tiles. What a layer has at hand is sent by the thread that asks; everything
 * else goes to the workers, and what a worker finds waiting for a plug-in is parked.
 */
public final class TileHandler {
  private final Layers layers;
  private final Executor workers;
  private final Parking parking;
  private final TileReply reply;
  private final FaultLog faults;

  public TileHandler(
      Layers layers, Executor workers, Parking parking, Freshness freshness, FaultLog faults) {
    this.layers = layers;
    this.workers = workers;
    this.parking = parking;
    this.reply = new TileReply(freshness);
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
    Optional<String> redirect = layer.get().redirect(path.extension().toLowerCase(Locale.ROOT));
    if (redirect.isPresent()) {
      redirect(exchange, path.as(redirect.get()));
    } else {
      handle(exchange, path, layer.get());
    }
  }

  private void handle(Exchange exchange, TilePath path, Layer layer) {
    try {
      Wanted wanted = Wanted.of(layer, path, exchange.query());
      Optional<EncodedTile> tile = wanted.peek();
      if (tile.isPresent() && TileReply.isReady(tile.get(), wanted.jsonp())) {
        reply.send(exchange, layer, tile.get());
      } else {
        work(exchange, path);
      }
    } catch (LayerWaitingException e) {
      work(exchange, path);
    } catch (Exception e) {
      refuse(exchange, path, e);
    }
  }

  private void work(Exchange exchange, TilePath path) {
    submit(new TileJob(this, parking, exchange, path));
  }

  /** Has a worker do the job, or refuses it if there are too many. */
  void submit(TileJob job) {
    try {
      workers.execute(job);
    } catch (RejectedExecutionException e) {
      job.refuse(e);
    }
  }

  /** Answers by asking the layer as it is now, however long that takes. */
  void answer(Exchange exchange, TilePath path) throws Exception {
    Optional<Layer> layer = layer(path);
    if (layer.isEmpty()) {
      exchange.send(404);
    } else {
      Wanted wanted = Wanted.of(layer.get(), path, exchange.query());
      reply.send(exchange, layer.get(), wanted.tile(), wanted.jsonp());
    }
  }

  void refuse(Exchange exchange, TilePath path, Throwable reason) {
    if (!(reason instanceof Refusal || reason instanceof RejectedExecutionException)) {
      faults.tell(path.layer(), path.toString(), reason);
    }
    exchange.send(Statuses.of(reason));
  }

  private static void redirect(Exchange exchange, String path) {
    String query = exchange.query();
    String location = query == null ? path : path + "?" + query;
    exchange.headers().put(HttpHeader.LOCATION, location);
    exchange.send(302, "text/plain", "You are being redirected to " + location + "\n");
  }
}
