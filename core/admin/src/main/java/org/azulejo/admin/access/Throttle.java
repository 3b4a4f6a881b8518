package org.azulejo.admin.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.azulejo.admin.exchange.Problem;

/**
 * Turns away who has tried too many wrong tokens: {@value #MOST_FAILURES} within a minute, counted
 * for an IPv4 address or an IPv6 network of 64 bits. Remembers a bounded number of them. Safe for
 * many threads.
 */
final class Throttle {
  static final int MOST_FAILURES = 10;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_PEERS = 1000;

  private final InstantSource clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_PEERS;
        }
      };

  private record Failures(int count, Instant since) {
    Duration left(Instant now) {
      return Duration.between(now, since.plus(WINDOW));
    }
  }

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @throws Problem 429 if this one has to wait
   */
  synchronized void check(InetAddress peer) throws Problem {
    Failures known = known(peer);
    if (known.count >= MOST_FAILURES) {
      long seconds = known.left(clock.instant()).plusMillis(999).toSeconds();
      throw new Problem(
          429,
          "There were too many wrong tokens from your address; try again in %d seconds."
              .formatted(seconds),
          Map.of("Retry-After", Long.toString(seconds)));
    }
  }

  synchronized void fail(InetAddress peer) {
    Failures known = known(peer);
    failures.put(network(peer), new Failures(known.count + 1, known.since));
  }

  private Failures known(InetAddress peer) {
    Instant now = clock.instant();
    Failures known = failures.getOrDefault(network(peer), new Failures(0, now));
    return known.left(now).isNegative() || known.left(now).isZero() ? new Failures(0, now) : known;
  }

  private static String network(InetAddress peer) {
    byte[] bytes = peer.getAddress();
    return HexFormat.of().formatHex(peer instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
  }
}
