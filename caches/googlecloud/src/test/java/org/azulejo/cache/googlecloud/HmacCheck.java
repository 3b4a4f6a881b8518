package org.azulejo.cache.googlecloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks Google's V4 signatures from what came over the wire.
 *
 * @see <a href="https://cloud.google.com/storage/docs/authentication/signatures">Google's
 *     description</a>
 */
record HmacCheck(String access, String secret) implements Predicate<HttpExchange> {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "GOOG4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/storage/goog4_request, ?"
              + "SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

  @Override
  public boolean test(HttpExchange exchange) {
    Matcher written = WRITTEN.matcher(FakeGoogle.header(exchange, "Authorization"));
    return written.matches()
        && written.group(1).equals(access)
        && written.group(5).equals(expected(exchange, written));
  }

  private String expected(HttpExchange exchange, Matcher written) {
    var request = new StringBuilder();
    request.append(exchange.getRequestMethod()).append('\n');
    request.append(exchange.getRequestURI().getRawPath()).append("\n\n");
    for (String name : written.group(4).split(";")) {
      request.append(name + ":" + FakeGoogle.header(exchange, name) + "\n");
    }
    request.append("\n" + written.group(4) + "\n");
    request.append(FakeGoogle.header(exchange, "x-goog-content-sha256"));
    String scope = written.group(2) + "/" + written.group(3) + "/storage/goog4_request";
    String text =
        String.join(
            "\n",
            "GOOG4-HMAC-SHA256",
            FakeGoogle.header(exchange, "x-goog-date"),
            scope,
            hex(sha256(request.toString())));
    byte[] key = ("GOOG4" + secret).getBytes(UTF_8);
    for (String part : scope.split("/")) {
      key = hmac(key, part);
    }
    return hex(hmac(key, text));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
