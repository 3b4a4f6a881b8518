package org.azulejo.cache.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shared access signatures of an account, as its owner makes them.
 *
 * @see <a
 *     href="https://learn.microsoft.com/rest/api/storageservices/create-account-sas">Microsoft's
 *     description</a>
 */
final class SasSamples {
  private static final String VERSION = "2019-07-07";

  private SasSamples() {}

  static String signature(String account, String key, String permissions, Instant end) {
    String text =
        String.join(
            "\n", account, permissions, "b", "sco", "", end.toString(), "", "", VERSION, "");
    return "sv=%s&ss=b&srt=sco&sp=%s&se=%s&sig=%s"
        .formatted(VERSION, permissions, encoded(end.toString()), encoded(hmac(key, text)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
