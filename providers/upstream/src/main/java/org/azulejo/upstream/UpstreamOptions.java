package org.azulejo.upstream;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;

/**
 * How to ask upstream: the options that all providers have who do.
 *
 * @param timeout for one answer: connecting, redirects and the last byte included
 * @param mostBytes of one answer's body
 * @param headers sent with every request, matched without regard to case
 */
public record UpstreamOptions(Duration timeout, int mostBytes, Map<String, String> headers) {
  private static final OptionKey TIMEOUT =
      OptionKey.number("timeout")
          .or(10)
          .from(0.001)
          .to(3600)
          .means("Seconds for one answer as a whole.");
  private static final OptionKey MOST_BYTES =
      OptionKey.integer("most bytes")
          .or(16 << 20)
          .from(1)
          .to(1 << 30)
          .means("What one answer may hold.");

  /** The keys that are read here. */
  public static final List<OptionKey> KEYS =
      List.of(
          TIMEOUT,
          MOST_BYTES,
          OptionKey.section("headers").means("An object of HTTP headers to send."),
          OptionKey.text("user agent").or("Azulejo").means("How to introduce ourselves."),
          OptionKey.text("referer").means("The page to name as the one that asks."));

  /**
   * Reads {@code timeout}, {@code most bytes}, {@code headers}, {@code user agent} and {@code
   * referer}.
   */
  public static UpstreamOptions of(Options options) {
    return new UpstreamOptions(
        Duration.ofMillis(Math.round(options.number(TIMEOUT) * 1000)),
        options.integer(MOST_BYTES),
        headers(options));
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
