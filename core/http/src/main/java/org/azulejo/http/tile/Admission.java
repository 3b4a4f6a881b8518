package org.azulejo.http.tile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Fault;
import org.azulejo.http.exchange.Query;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.layer.Access;
import org.azulejo.layer.Layer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Lets those in who may have a layer's tiles: with a key in {@code X-API-Key}, {@code
 * Authorization: Bearer} or {@code ?key=}, or with {@code ?expires=} and {@code &signature=}.
 */
public record Admission(Clock clock) {
  private static final String BEARER = "Bearer ";
  private static final HttpField ASK_FOR_KEY =
      new HttpField(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"tiles\"");

  /** Why the client may not have them; empty if it may. */
  public Optional<Fault> refusal(Exchange exchange, Layer layer) {
    if (!(layer.access() instanceof Access.Restricted restricted)) {
      return Optional.empty();
    }
    Optional<String> signature = Query.first(exchange.query(), "signature");
    Optional<String> key = key(exchange);
    if (key.isEmpty() && signature.isEmpty()) {
      exchange.headers().put(ASK_FOR_KEY);
      return Optional.of(Statuses.noKey(layer.name()));
    }
    boolean admitted =
        key.isPresent()
            ? isKnown(key.get(), restricted)
            : isSigned(exchange, signature.get(), layer, restricted);
    return admitted ? Optional.empty() : Optional.of(Statuses.wrongKey(layer.name()));
  }

  private static Optional<String> key(Exchange exchange) {
    String header = exchange.request().getHeaders().get("X-API-Key");
    if (header != null) {
      return Optional.of(header);
    }
    String authorization = exchange.request().getHeaders().get(HttpHeader.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(authorization.substring(BEARER.length()).strip());
    }
    return Query.first(exchange.query(), "key");
  }

  /** By their digests: how long a comparison takes tells nothing of a key. */
  private static boolean isKnown(String key, Access.Restricted access) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return access.keys().contains(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private boolean isSigned(
      Exchange exchange, String signature, Layer layer, Access.Restricted access) {
    Optional<String> expires =
        Query.first(exchange.query(), "expires").filter(text -> text.matches("[0-9]{1,12}"));
    if (expires.isEmpty()
        || access.signingKey().isEmpty()
        || Long.parseLong(expires.get()) < clock.instant().getEpochSecond()) {
      return false;
    }
    String expected = signature(access.signingKey().get(), layer.name(), expires.get());
    return MessageDigest.isEqual(expected.getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  static String signature(String key, String layer, String expires) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal((layer + "\n" + expires).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }
}
