package org.azulejo.cache.googlecloud;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Neighbour;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;

/**
 * A service account, whose key signs a request for a token (RFC 7523, with RS256 of RFC 7518).
 *
 * @see <a href="https://developers.google.com/identity/protocols/oauth2/service-account">Google's
 *     description</a>
 */
final class ServiceAccount implements Source<Lent<String>> {
  /** What a service account may is said elsewhere; lists of access control need all of it. */
  private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.full_control";

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final int SECONDS = 3600;

  private final KeyFile key;
  private final Neighbour lender;
  private final InstantSource clock;

  ServiceAccount(KeyFile key, Transport transport, InstantSource clock) {
    this.key = key;
    this.lender = new Neighbour(transport);
    this.clock = clock;
  }

  @Override
  public Lent<String> get() throws IOException, InterruptedException {
    Instant now = clock.instant();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(key.lender())
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=%s&assertion=%s".formatted(encoded(GRANT), assertion(now))));
    return Token.of(lender.json(request), now);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String assertion(Instant now) {
    var json = new JsonMapper();
    long seconds = now.getEpochSecond();
    ObjectNode head =
        json.createObjectNode().put("alg", "RS256").put("typ", "JWT").put("kid", key.id());
    ObjectNode claims =
        json.createObjectNode()
            .put("iss", key.account())
            .put("scope", SCOPE)
            .put("aud", key.lender().toString())
            .put("iat", seconds)
            .put("exp", seconds + SECONDS);
    String signed = base64(bytes(head.toString())) + "." + base64(bytes(claims.toString()));
    return signed + "." + base64(signature(signed));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] signature(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.key());
      signature.update(bytes(text));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA256withRSA.", e);
    }
  }
}
