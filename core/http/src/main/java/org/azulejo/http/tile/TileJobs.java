package org.azulejo.http.tile;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.FaultLog;
import org.azulejo.http.exchange.Headers;
import org.azulejo.http.exchange.Lanes;
import org.azulejo.http.exchange.Refusal;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.layer.Answer;
import org.azulejo.layer.Answer.Origin;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerWaitingException;
import org.azulejo.layer.Layers;

/**
 * Gets tiles that are not at hand. Requests for one tile at one time are one job. Reading and
 * drawing have threads of their own, so that a slow drawing never keeps a cached tile waiting.
 */
final class TileJobs implements AutoCloseable {
  private final ConcurrentMap<Wish, TileJob> underWay = new ConcurrentHashMap<>();
  private final Layers layers;
  private final Executor readers;
  private final Lanes drawers;
  private final Parking parking;
  private final TileReply reply;
  private final FaultLog faults;

  TileJobs(
      Layers layers,
      Executor readers,
      Lanes drawers,
      Parking parking,
      TileReply reply,
      FaultLog faults) {
    this.layers = layers;
    this.readers = readers;
    this.drawers = drawers;
    this.parking = parking;
    this.reply = reply;
    this.faults = faults;
  }

  /** Answers later, together with whoever wants the very same. */
  void take(Exchange exchange, Layer layer, TilePath path) {
    var wish = new Wish(layer, path);
    var fresh = new TileJob(this, wish, parking.millis());
    fresh.join(exchange);
    TileJob running = underWay.putIfAbsent(wish, fresh);
    while (running != null && !running.join(exchange)) {
      underWay.remove(wish, running);
      running = underWay.putIfAbsent(wish, fresh);
    }
    if (running == null) {
      submit(fresh);
    }
  }

  /** Refuses all that is under way; what comes of it later is for nobody. */
  @Override
  public void close() {
    var reason = new RejectedExecutionException("The server stops.");
    underWay.values().forEach(job -> refuse(job, reason));
  }

  /** Begins with the job, or refuses it if there are too many. */
  void submit(TileJob job) {
    try {
      readers.execute(() -> read(job));
    } catch (RejectedExecutionException e) {
      refuse(job, e);
    }
  }

  void refuse(TileJob job, Throwable reason) {
    end(job).forEach(exchange -> refuse(exchange, job, reason));
  }

  private void refuse(Exchange exchange, TileJob job, Throwable reason) {
    if (!(reason instanceof Refusal || reason instanceof RejectedExecutionException)) {
      faults.tell(job.path().layer(), job.path().toString(), reason);
    }
    exchange.send(Statuses.of(reason));
  }

  private void read(TileJob job) {
    attempt(
        job,
        () -> {
          Optional<Layer> layer = layers.snapshot().layer(job.path().layer());
          if (layer.isPresent()) {
            read(job, Wanted.of(layer.get(), job.path()));
          } else {
            end(job).forEach(exchange -> exchange.send(404));
          }
        });
  }

  private void read(TileJob job, Wanted wanted) {
    Optional<Answer.Found> cached = wanted.read();
    if (cached.isPresent()) {
      answer(job, wanted, cached.get());
    } else {
      drawers.execute(job.path().layer(), () -> draw(job, wanted));
    }
  }

  private void draw(TileJob job, Wanted wanted) {
    attempt(job, () -> answer(job, wanted, wanted.tile()));
  }

  /**
   * @param step asks the layers; whatever changes from then on is worth another attempt
   */
  private void attempt(TileJob job, Step step) {
    if (job.isAbandoned(parking.millis())) {
      end(job);
      return;
    }
    long changes = parking.changes();
    try {
      step.run();
    } catch (LayerWaitingException e) {
      parking.park(job, changes, e);
    } catch (Throwable e) {
      refuse(job, e);
    }
  }

  private void answer(TileJob job, Wanted wanted, Answer answer) {
    long millis = Math.max(0, parking.millis() - job.arrived());
    for (Exchange exchange : end(job)) {
      try {
        tell(exchange, answer, millis);
        reply.send(exchange, wanted, answer, wanted.callback(exchange.query()));
      } catch (Throwable e) {
        refuse(exchange, job, e);
      }
    }
  }

  private static void tell(Exchange exchange, Answer answer, long millis) {
    if (answer instanceof Answer.Found found) {
      boolean isDrawn = found.origin() == Origin.DRAWING;
      exchange
          .headers()
          .add(Headers.cache(found.origin()))
          .add(Headers.timing(isDrawn ? "draw" : "cache", millis));
    }
  }

  private Iterable<Exchange> end(TileJob job) {
    underWay.remove(job.wish(), job);
    return job.answered();
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }
}
