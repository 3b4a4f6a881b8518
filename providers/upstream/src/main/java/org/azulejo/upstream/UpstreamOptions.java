package org.azulejo.upstream;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.azulejo.api.Options;

/**
 * How to ask upstream: the options that all providers have who do.
 *
 * @param timeout for one answer: connecting, redirects and the last byte included
 * @param mostBytes of one answer's body
 * @param headers sent with every request, matched without regard to case
 */
public record UpstreamOptions(Duration timeout, int mostBytes, Map<String, String> headers) {
  private static final double DEFAULT_SECONDS = 10;
  private static final double MOST_SECONDS = 3600;
  private static final int DEFAULT_BYTES = 16 << 20;
  private static final int MOST_BYTES = 1 << 30;

  /**
   * Reads {@code timeout}, {@code most bytes}, {@code headers}, {@code user agent} and {@code
   * referer}.
   */
  public static UpstreamOptions of(Options options) {
    return new UpstreamOptions(timeout(options), mostBytes(options), headers(options));
  }

  private static Duration timeout(Options options) {
    double seconds = options.number("timeout", DEFAULT_SECONDS);
    if (seconds < 0.001 || seconds > MOST_SECONDS) {
      throw options.problem(
          "timeout", "expected seconds, from 0.001 to 3600, found %s.".formatted(seconds));
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static int mostBytes(Options options) {
    int bytes = options.integer("most bytes", DEFAULT_BYTES);
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw options.problem(
          "most bytes", "expected from 1 to %d bytes, found %d.".formatted(MOST_BYTES, bytes));
    }
    return bytes;
  }

  private static Map<String, String> headers(Options options) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    // Some tile servers turn away the names of HTTP libraries.
    headers.put("User-Agent", "Azulejo");
    options.section("headers").ifPresent(section -> read(section, headers));
    // Later versions of TileStache spell it with a hyphen, and in "kwargs" with a low line.
    for (String key : List.of("user_agent", "user-agent", "user agent")) {
      read(options, key, "User-Agent", headers);
    }
    read(options, "referer", "Referer", headers);
    return Collections.unmodifiableMap(headers);
  }

  private static void read(Options section, Map<String, String> headers) {
    section.keys().forEach(name -> read(section, name, name, headers));
  }

  private static void read(Options options, String key, String name, Map<String, String> headers) {
    String value = options.text(key, "");
    if (!value.isEmpty()) {
      requireSendable(options, key, name, value);
      headers.put(name, value);
    }
  }

  private static void requireSendable(Options options, String key, String name, String value) {
    try {
      HttpRequest.newBuilder(URI.create("http://localhost/")).header(name, value);
    } catch (IllegalArgumentException e) {
      throw options.problem(key, "the header \"%s\" cannot be sent so.".formatted(name));
    }
  }
}
