package org.azulejo.http.tile;

import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Presence;
import org.azulejo.layer.LayerWaitingException;

/** A request for a tile in the hands of the workers; at any time one thread has it. */
final class TileJob implements Runnable {
  private final TileHandler handler;
  private final Parking parking;
  private final Exchange exchange;
  private final TilePath path;
  private final Presence client;
  private final long arrived;

  TileJob(TileHandler handler, Parking parking, Exchange exchange, TilePath path) {
    this.handler = handler;
    this.parking = parking;
    this.exchange = exchange;
    this.path = path;
    this.client = new Presence(exchange.request());
    this.arrived = parking.millis();
  }

  @Override
  public void run() {
    if (client.isGone(parking.millis() - arrived)) {
      exchange.abandon();
      return;
    }
    long changes = parking.changes();
    try {
      handler.answer(exchange, path);
    } catch (LayerWaitingException e) {
      parking.park(this, changes, e);
    } catch (Throwable e) {
      refuse(e);
    }
  }

  /** When the request came in, in milliseconds. */
  long arrived() {
    return arrived;
  }

  void retry() {
    handler.submit(this);
  }

  void refuse(Throwable reason) {
    handler.refuse(exchange, path, reason);
  }
}
