package org.azulejo.upstream;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as people write them to addresses as servers understand them. */
public final class Address {
  private static final String LEGAL = "-_.~!*'();:@&=+$,/?#%";
  private static final Pattern SERVER = Pattern.compile("\\w+://[^/?#]*");
  private static final int GREATEST_PORT = 65535;

  private Address() {}

  /**
   * The http, https or file address that the text means; characters that must not stand in a URL,
   * such as spaces and braces, are encoded.
   *
   * @throws IllegalArgumentException with the end of a sentence that begins with the address;
   *     nothing of the text is in it, for keys and passwords may stand there
   */
  public static URI of(String text) {
    URI address = uri(text);
    if (isFile(address)) {
      requirePath(address);
    } else {
      requireServer(address);
    }
    return address;
  }

  private static void requireServer(URI address) {
    if (!isHttp(address)) {
      throw new IllegalArgumentException("must start with http://, https:// or file://");
    }
    if (!isWeb(address)) {
      throw new IllegalArgumentException(
          "must name a server of letters, digits, \"-\" and \".\", not \"_\", and a port up to "
              + GREATEST_PORT);
    }
  }

  /** For logs: without user, password, query and fragment, where keys may stand. */
  static String printable(URI address) {
    String authority = String.valueOf(address.getRawAuthority());
    String server = authority.substring(authority.lastIndexOf('@') + 1);
    return address.getScheme() + "://" + server + address.getRawPath();
  }

  static boolean isFile(URI address) {
    return "file".equalsIgnoreCase(address.getScheme());
  }

  /** Whether it is of the schemes http or https and names a server. */
  static boolean isWeb(URI address) {
    return isHttp(address) && address.getHost() != null && port(address) <= GREATEST_PORT;
  }

  private static boolean isHttp(URI address) {
    return "http".equalsIgnoreCase(address.getScheme()) || isSecure(address);
  }

  static boolean isSecure(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  static int port(URI address) {
    int port = address.getPort();
    return port >= 0 ? port : isSecure(address) ? 443 : 80;
  }

  /** Any address, even a relative one. */
  static URI uri(String text) {
    try {
      return URI.create(encoded(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is not a URL", e);
    }
  }

  private static void requirePath(URI address) {
    try {
      Path.of(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "is no file; those are written file:///folder/file, without a \"?\"", e);
    }
  }

  private static String encoded(String text) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    int authorityEnd = authorityEnd(text);
    var url = new StringBuilder(text.length() + 16);
    while (bytes.hasRemaining()) {
      int at = bytes.position();
      char next = (char) (bytes.get() & 0xFF);
      boolean isBracketOfHost = (next == '[' || next == ']') && at < authorityEnd;
      if (isBracketOfHost || isLegal(next) && (next != '%' || isEscape(bytes))) {
        url.append(next);
      } else {
        url.append('%').append("%02X".formatted((int) next));
      }
    }
    return url.toString();
  }

  private static int authorityEnd(String text) {
    Matcher start = SERVER.matcher(text);
    return start.lookingAt() ? start.end() : 0;
  }

  private static boolean isLegal(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || LEGAL.indexOf(c) >= 0;
  }

  /** Whether two hexadecimal digits follow. */
  private static boolean isEscape(ByteBuffer bytes) {
    int at = bytes.position();
    return at + 1 < bytes.limit()
        && Character.digit(bytes.get(at), 16) >= 0
        && Character.digit(bytes.get(at + 1), 16) >= 0;
  }
}
