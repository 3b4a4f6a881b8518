package org.azulejo.http.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes and encodes paths of URLs. Nothing is tidied up: {@code ..} and doubled slashes stay, as
 * names of layers are looked up and never followed.
 */
public final class UrlPath {
  private static final String UNRESERVED = "-._~";

  private UrlPath() {}

  /**
   * The path without its percent escapes, or empty if one is broken, if it is no UTF-8, or if there
   * are control characters in it. Like TileStache, does not mind one line feed at the end.
   */
  public static Optional<String> decode(String raw) {
    String path = raw;
    if (!isPlain(raw)) {
      try {
        path = text(unescape(raw));
      } catch (CharacterCodingException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    String line = path.endsWith("\n") ? path.substring(0, path.length() - 1) : path;
    return hasControls(line) ? Optional.empty() : Optional.of(line);
  }

  /** The text as it may stand in a path; slashes stay. */
  public static String encode(String text) {
    var encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b == '/' || isUnreserved(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(digit(b >> 4)).append(digit(b));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%' || raw.charAt(i) > 126) {
        return false;
      }
    }
    return true;
  }

  private static byte[] unescape(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    var plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        plain.write(hex(bytes, i + 1) << 4 | hex(bytes, i + 2));
        i += 2;
      } else {
        plain.write(bytes[i]);
      }
    }
    return plain.toByteArray();
  }

  private static int hex(byte[] bytes, int at) {
    int value = at < bytes.length ? Character.digit((char) (bytes[at] & 0xff), 16) : -1;
    if (value < 0) {
      throw new IllegalArgumentException("broken percent escape");
    }
    return value;
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnreserved(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || UNRESERVED.indexOf(b) >= 0;
  }

  private static char digit(int value) {
    return Character.toUpperCase(Character.forDigit(value & 15, 16));
  }
}
