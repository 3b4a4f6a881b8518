package org.azulejo.cache.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Keys of objects as they stand in addresses and are signed: all but letters, digits, {@code -._~}
 * and slashes is percent-encoded, as of UTF-8, in upper case (AWS Signature Version 4, UriEncode).
 */
public final class ObjectPath {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private ObjectPath() {}

  /** The key as it stands in addresses. */
  public static String encoded(String key) {
    var path = new StringBuilder();
    for (byte part : key.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(part)) {
        path.append((char) part);
      } else {
        path.append('%').append(HEX.toHexDigits(part));
      }
    }
    return path.toString();
  }

  private static boolean isPlain(byte part) {
    return part >= 'a' && part <= 'z'
        || part >= 'A' && part <= 'Z'
        || part >= '0' && part <= '9'
        || "-._~/".indexOf(part) >= 0;
  }
}
