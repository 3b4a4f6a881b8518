package org.azulejo.cache.azure;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a storage account, by which requests are signed (Shared Key for Blob Storage).
 *
 * @see <a
 *     href="https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key">Microsoft's
 *     description</a>
 */
final class SharedKey implements Identity {
  /** Signed in this order, empty where there is none. */
  private static final List<String> SIGNED =
      List.of(
          "Content-Encoding",
          "Content-Language",
          "Content-Length",
          "Content-MD5",
          "Content-Type",
          "Date",
          "If-Modified-Since",
          "If-Match",
          "If-None-Match",
          "If-Unmodified-Since",
          "Range");

  /** With the day in two digits, which the formatter of Java would leave out. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String account;
  private final SecretKeySpec key;
  private final InstantSource clock;

  SharedKey(String account, byte[] key, InstantSource clock) {
    this.account = account;
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.clock = clock;
  }

  @Override
  public Map<String, String> signed(
      String method, URI address, Map<String, String> headers, byte[] body) {
    SortedMap<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.put("x-ms-date", TIME.format(clock.instant()));
    String text =
        "%s\n%s\n%s/%s%s"
            .formatted(method, values(all, body), own(all), account, address.getRawPath());
    all.put("Authorization", "SharedKey %s:%s".formatted(account, signature(text)));
    return all;
  }

  private static String values(Map<String, String> headers, byte[] body) {
    return SIGNED.stream()
        .map(name -> name.equals("Content-Length") ? length(body) : headers.getOrDefault(name, ""))
        .collect(Collectors.joining("\n"));
  }

  private static String length(byte[] body) {
    return body.length == 0 ? "" : Integer.toString(body.length);
  }

  private static String own(SortedMap<String, String> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey().toLowerCase(Locale.ROOT) + ":" + header.getValue() + "\n")
        .filter(line -> line.startsWith("x-ms-"))
        .collect(Collectors.joining());
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }

  @Override
  public String advice() {
    return "The key is not one of the account %s: correct \"key\", or the connection string."
        .formatted(account);
  }
}
