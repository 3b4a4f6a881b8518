package org.azulejo.http.exchange;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.azulejo.layer.Access;
import org.azulejo.layer.ClientCaching;
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

  private static final ClientCaching NOT_AT_ALL = new ClientCaching(0, 0, 0);

  private final Map<ClientCaching, Age> ages = new ConcurrentHashMap<>();
  private final Clock clock;

  public Freshness(Clock clock) {
    this.clock = clock;
  }

  /** Adds all that the layer asks for with a page about it. */
  public void stamp(HttpFields.Mutable headers, Layer layer) {
    OptionalInt age = layer.maximumAge();
    stamp(
        headers,
        layer,
        age.isEmpty() ? Optional.empty() : Optional.of(new ClientCaching(age.getAsInt(), 0, 0)));
  }

  /** Adds all that the layer asks for with a tile of this zoom. */
  public void stamp(HttpFields.Mutable headers, Layer layer, int zoom) {
    stamp(headers, layer, layer.caching(zoom));
  }

  /** Adds the same for a tile that is old: there will soon be another. */
  public void stampOld(HttpFields.Mutable headers, Layer layer, int zoom) {
    stamp(headers, layer, layer.caching(zoom).map(young -> NOT_AT_ALL));
  }

  private void stamp(HttpFields.Mutable headers, Layer layer, Optional<ClientCaching> caching) {
    allow(headers, layer);
    boolean isPrivate = layer.access() instanceof Access.Restricted;
    if (caching.isPresent()) {
      stamp(headers, caching.get(), isPrivate);
    } else if (isPrivate) {
      headers.add(Headers.PRIVATE);
    }
  }

  /** Adds only who may read. */
  public void allow(HttpFields.Mutable headers, Layer layer) {
    layer.allowedOrigin().ifPresent(origin -> headers.add(allowing(origin)));
  }

  private void stamp(HttpFields.Mutable headers, ClientCaching caching, boolean isPrivate) {
    Age age = age(caching);
    headers.add(age.expires(clock.millis() / 1000));
    headers.add(isPrivate ? age.privately : age.cacheControl);
  }

  private Age age(ClientCaching caching) {
    Age known = ages.get(caching);
    if (known != null) {
      return known;
    }
    if (ages.size() >= REMEMBERED) {
      ages.clear();
    }
    return ages.computeIfAbsent(caching, Age::new);
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

    Age(ClientCaching caching) {
      this.seconds = caching.maximumAge();
      String how =
          "max-age="
              + seconds
              + extension("stale-while-revalidate", caching.staleWhileRevalidate())
              + extension("stale-if-error", caching.staleIfError());
      this.cacheControl = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, " + how);
      this.privately = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private, " + how);
      this.expiry = expiry(0);
    }

    private static String extension(String name, int seconds) {
      return seconds == 0 ? "" : ", " + name + "=" + seconds;
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
