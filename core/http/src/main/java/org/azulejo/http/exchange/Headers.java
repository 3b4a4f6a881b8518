package org.azulejo.http.exchange;

import org.azulejo.layer.Answer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Headers of answers that are always the same. */
public final class Headers {
  public static final HttpField NO_SNIFF =
      new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
  public static final HttpField NO_STORE =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
  public static final HttpField NO_CACHE =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");
  public static final HttpField PRIVATE =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private");
  public static final HttpField ANY_ORIGIN =
      new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  public static final HttpField GZIPPED =
      new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
  public static final HttpField VARIES_BY_ENCODING =
      new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
  public static final HttpField VARIES_BY_ACCEPT =
      new PreEncodedHttpField(HttpHeader.VARY, "Accept");

  /** The tile was in the cache. */
  public static final HttpField HIT = new PreEncodedHttpField("X-Cache", "HIT");

  private static final HttpField STALE = new PreEncodedHttpField("X-Cache", "STALE");
  private static final HttpField MISS = new PreEncodedHttpField("X-Cache", "MISS");

  /** The tile was at hand: no time passed. */
  public static final HttpField AT_HAND = new PreEncodedHttpField("Server-Timing", "hit;dur=0");

  private static final HttpField PNG =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "image/png");
  private static final HttpField JPEG =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "image/jpeg");

  private Headers() {}

  /** Where the tile came from. */
  public static HttpField cache(Answer.Origin origin) {
    return switch (origin) {
      case CACHE -> HIT;
      case STALE -> STALE;
      case DRAWING -> MISS;
    };
  }

  /** What the tile took, from where it came. */
  public static HttpField timing(String what, long millis) {
    return new HttpField("Server-Timing", what + ";dur=" + millis);
  }

  /** The header for a media type; that of the common pictures is encoded already. */
  public static HttpField contentType(String mediaType) {
    return switch (mediaType) {
      case "image/png" -> PNG;
      case "image/jpeg" -> JPEG;
      default -> new HttpField(HttpHeader.CONTENT_TYPE, mediaType);
    };
  }

  /** The media type of a text: TileStache names no charset, so neither do we unless needed. */
  public static String plainText(String text) {
    return text.chars().allMatch(c -> c < 128) ? "text/plain" : "text/plain; charset=utf-8";
  }
}
