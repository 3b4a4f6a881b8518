package org.azulejo.admin.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.azulejo.admin.exchange.Urls;
import org.azulejo.layer.Access;
import org.azulejo.layer.Layer;

/** Leads to the map of a layer, and lets in for a while where that asks for a signature. */
record MapLink(InstantSource clock) {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final String ALGORITHM = "HmacSHA256";

  /** Relative to the pages of the console. */
  String to(Layer layer) {
    String page = "../" + Urls.path(layer.name()) + "/preview.html";
    return layer.access() instanceof Access.Restricted restricted
        ? page + restricted.signingKey().map(key -> query(key, layer.name())).orElse("")
        : page;
  }

  private String query(String key, String layer) {
    String expires = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
    return "?expires=%s&signature=%s".formatted(expires, signature(key, layer + "\n" + expires));
  }

  /** As {@link Access.Restricted} says. */
  private static String signature(String key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      byte[] signature = mac.doFinal(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }

  /** What to say to whoever is not let in all the same; empty if everybody is. */
  static String notice(Layer layer) {
    boolean isByKeyOnly =
        layer.access() instanceof Access.Restricted restricted && restricted.signingKey().isEmpty();
    return isByKeyOnly ? "This layer asks for a key: add ?key=... to the address of the map." : "";
  }
}
