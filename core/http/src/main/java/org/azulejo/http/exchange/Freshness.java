package org.azulejo.http.exchange;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.azulejo.layer.Access;
import org.azulejo.layer.Layer;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * The headers that a layer asks for: who may read its tiles, and how long they may be kept. Each
 * date is written once a second and not once a request. Safe for many threads.
 */
public final class Freshness {
  private static final int REMEMBERED = 256;

  private final Map<Integer, Age> ages = new ConcurrentHashMap<>();
  private final Clock clock;

  public Freshness(Clock clock) {
    this.clock = clock;
  }

  /** Adds all that the layer asks for. */
  public void stamp(HttpFields.Mutable headers, Layer layer) {
    allow(headers, layer);
    boolean isPrivate = layer.access() instanceof Access.Restricted;
    layer.maximumAge().ifPresent(seconds -> stamp(headers, seconds, isPrivate));
    if (isPrivate && layer.maximumAge().isEmpty()) {
      headers.add(Headers.PRIVATE);
    }
  }

  /** Adds only who may read. */
  public void allow(HttpFields.Mutable headers, Layer layer) {
    layer.allowedOrigin().ifPresent(origin -> headers.add(allowing(origin)));
  }

  private void stamp(HttpFields.Mutable headers, int seconds, boolean isPrivate) {
    Age age = age(seconds);
    headers.add(age.expires(clock.millis() / 1000));
    headers.add(isPrivate ? age.privately : age.cacheControl);
  }

  private Age age(int seconds) {
    Age known = ages.get(seconds);
    if (known != null) {
      return known;
    }
    if (ages.size() >= REMEMBERED) {
      ages.clear();
    }
    return ages.computeIfAbsent(seconds, Age::new);
  }

  private static HttpField allowing(String origin) {
    return origin.equals("*")
        ? Headers.ANY_ORIGIN
        : new HttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
  }

  private static final class Age {
    private final int seconds;
    private final HttpField cacheControl;
    private final HttpField privately;
    private volatile Expiry expiry;

    Age(int seconds) {
      this.seconds = seconds;
      this.cacheControl =
          new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=" + seconds);
      this.privately =
          new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private, max-age=" + seconds);
      this.expiry = expiry(0);
    }

    HttpField expires(long now) {
      Expiry latest = expiry;
      if (latest.asOf != now) {
        latest = expiry(now);
        expiry = latest;
      }
      return latest.field;
    }

    private Expiry expiry(long now) {
      String date = DateGenerator.formatDate((now + seconds) * 1000);
      return new Expiry(now, new PreEncodedHttpField(HttpHeader.EXPIRES, date));
    }
  }

  private record Expiry(long asOf, HttpField field) {}
}
