package org.azulejo.cache.memcache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of texts; none of them guards anything. */
final class Digests {
  private Digests() {}

  static byte[] md5(String text) {
    return digest("MD5", text);
  }

  /** In hexadecimal digits. */
  static String sha1(String text) {
    return HexFormat.of().formatHex(digest("SHA-1", text));
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has " + algorithm + ".", e);
    }
  }
}
