package org.azulejo.upstream;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.azulejo.api.UpstreamException;
import org.azulejo.api.UpstreamTimeoutException;

/** What went wrong on the way, in sentences that clients may read. */
final class Faults {
  private Faults() {}

  static UpstreamException late(Throwable cause) {
    return new UpstreamTimeoutException("The upstream server did not answer in time.", cause);
  }

  static UpstreamException of(Throwable problem) {
    if (has(problem, HttpTimeoutException.class)) {
      return late(problem);
    }
    return first(problem, UpstreamException.class)
        .orElseGet(() -> new UpstreamException(sentence(problem), problem));
  }

  private static String sentence(Throwable problem) {
    if (has(problem, ConnectException.class)
        || has(problem, UnknownHostException.class)
        || has(problem, UnresolvedAddressException.class)) {
      return "The upstream server cannot be reached.";
    }
    if (has(problem, SSLException.class)) {
      return "No secure connection to the upstream server could be made.";
    }
    return "The connection to the upstream server broke off.";
  }

  private static boolean has(Throwable problem, Class<? extends Throwable> kind) {
    return first(problem, kind).isPresent();
  }

  private static <T extends Throwable> Optional<T> first(Throwable problem, Class<T> kind) {
    return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
