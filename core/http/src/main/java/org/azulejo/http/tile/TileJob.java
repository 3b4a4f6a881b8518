package org.azulejo.http.tile;

import java.util.ArrayList;
import java.util.List;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Presence;

/**
 * A tile on its way, and all who asked for it meanwhile. It is read from the cache or else drawn,
 * by one thread at a time.
 */
final class TileJob {
  private final TileJobs jobs;
  private final Wish wish;
  private final long arrived;
  private final List<Client> clients = new ArrayList<>();
  private boolean isAnswered;

  /**
   * @param arrived when the first request came in, in milliseconds
   */
  TileJob(TileJobs jobs, Wish wish, long arrived) {
    this.jobs = jobs;
    this.wish = wish;
    this.arrived = arrived;
  }

  Wish wish() {
    return wish;
  }

  TilePath path() {
    return wish.path();
  }

  long arrived() {
    return arrived;
  }

  /** Whether this request will be answered with the others; not if they just were. */
  synchronized boolean join(Exchange exchange) {
    if (!isAnswered) {
      clients.add(new Client(exchange, new Presence(exchange.request())));
    }
    return !isAnswered;
  }

  /** Ends the job if nobody waits for it any more. */
  synchronized boolean isAbandoned(long now) {
    if (clients.stream().allMatch(client -> client.presence.isGone(now - arrived))) {
      answered().forEach(Exchange::abandon);
    }
    return isAnswered;
  }

  /** All who are to be answered now; nobody can join any more. */
  synchronized List<Exchange> answered() {
    isAnswered = true;
    List<Exchange> all = clients.stream().map(Client::exchange).toList();
    clients.clear();
    return all;
  }

  void retry() {
    jobs.submit(this);
  }

  void refuse(Throwable reason) {
    jobs.refuse(this, reason);
  }

  private record Client(Exchange exchange, Presence presence) {}
}
