package org.azulejo.cache.objectstore;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures by a secret that both sides know: AWS Signature Version 4 in the header {@code
 * Authorization}, with the digest of the body, and Google's V4, which is the same in other words.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Amazon's
 *     description</a>
 */
public final class SignatureV4 implements Signer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LENGTH_OF_DAY = 8;

  private final Dialect dialect;
  private final String region;
  private final Source<Credentials> source;
  private final InstantSource clock;

  public SignatureV4(
      Dialect dialect, String region, Source<Credentials> source, InstantSource clock) {
    this.dialect = dialect;
    this.region = region;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public Map<String, String> signed(
      String method, URI address, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    Credentials credentials = source.get();
    String time = TIME.format(clock.instant());
    SortedMap<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.put(dialect.header("date"), time);
    all.put(dialect.header("content-sha256"), hex(sha256(body)));
    credentials.token().ifPresent(token -> all.put(dialect.header("security-token"), token));
    all.put("Authorization", authorization(method, address, all, time, credentials));
    return all;
  }

  private String authorization(
      String method,
      URI address,
      SortedMap<String, String> headers,
      String time,
      Credentials credentials) {
    SortedMap<String, String> signed = lowerCase(headers, address);
    String names = String.join(";", signed.keySet());
    String request =
        String.join(
            "\n",
            method,
            address.getRawPath(),
            "",
            lines(signed),
            names,
            headers.get(dialect.header("content-sha256")));
    String scope = scope(time);
    String text = String.join("\n", algorithm(), time, scope, hex(sha256(bytes(request))));
    return "%s Credential=%s/%s,SignedHeaders=%s,Signature=%s"
        .formatted(
            algorithm(),
            credentials.access(),
            scope,
            names,
            hex(hmac(key(credentials, time), text)));
  }

  private static SortedMap<String, String> lowerCase(Map<String, String> headers, URI address) {
    var lower = new TreeMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value.strip()));
    lower.put("host", host(address));
    return lower;
  }

  /** As the client of Java sends it. */
  private static String host(URI address) {
    int usual = address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    boolean isUsual = address.getPort() == -1 || address.getPort() == usual;
    return address.getHost() + (isUsual ? "" : ":" + address.getPort());
  }

  private static String lines(SortedMap<String, String> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private String algorithm() {
    return dialect.scheme() + "-HMAC-SHA256";
  }

  private String scope(String time) {
    return String.join("/", day(time), region, dialect.service(), dialect.terminator());
  }

  private static String day(String time) {
    return time.substring(0, LENGTH_OF_DAY);
  }

  private byte[] key(Credentials credentials, String time) {
    byte[] day = hmac(bytes(dialect.scheme() + credentials.secret()), day(time));
    return hmac(hmac(hmac(day, region), dialect.service()), dialect.terminator());
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
