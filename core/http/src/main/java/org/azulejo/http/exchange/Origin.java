package org.azulejo.http.exchange;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The address by which a client reached the server, for links that must be whole.
 *
 * @param forwarded whether {@code X-Forwarded-Proto}, {@code -Host} and {@code -Prefix} are
 *     believed
 */
public record Origin(boolean forwarded) {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
  private static final Pattern SCHEME = Pattern.compile("https?");
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]{1,100}){1,20}/?");

  /** Scheme, host and port, and the path before ours if there is one; no slash at the end. */
  public String of(Request request) {
    String scheme = told(request, "X-Forwarded-Proto", SCHEME);
    String host = told(request, HttpHeader.X_FORWARDED_HOST.asString(), HOST);
    return (scheme == null ? scheme(request) : scheme)
        + "://"
        + (host == null ? host(request) : host)
        + prefix(request);
  }

  /** The path before ours if there is one, for links that begin with a slash; else nothing. */
  public String prefix(Request request) {
    String prefix = told(request, "X-Forwarded-Prefix", PREFIX);
    return prefix == null ? "" : prefix.replaceAll("/$", "");
  }

  private static String scheme(Request request) {
    return request.isSecure() ? "https" : "http";
  }

  /** What the client calls us, or the address of the socket if that is no sound name. */
  private static String host(Request request) {
    String authority = request.getHttpURI().getAuthority();
    if (authority != null && HOST.matcher(authority).matches()) {
      return authority;
    }
    String address = Request.getLocalAddr(request);
    String host = address.contains(":") ? "[" + address + "]" : address;
    return host + ":" + Request.getLocalPort(request);
  }

  /** What the nearest proxy says, as long as it makes sense. */
  private @Nullable String told(Request request, String header, Pattern pattern) {
    String value = forwarded ? request.getHeaders().get(header) : null;
    if (value == null) {
      return null;
    }
    String first = value.split(",", 2)[0].trim();
    return pattern.matcher(first).matches() ? first : null;
  }
}
