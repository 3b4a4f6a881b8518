package org.azulejo.http.tile;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.azulejo.http.exchange.Query;
import org.jspecify.annotations.Nullable;

/**
 * JSON wrapped into the call of a function, for pages that fetch it as a script.
 *
 * @param callback name of the function
 */
record Jsonp(String callback) {
  static final String MEDIA_TYPE = "application/javascript; charset=utf-8";

  private static final int LONGEST = 128;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*(\\.[A-Za-z_$][A-Za-z0-9_$]*|\\[[0-9]+])*");

  /** The first callback that a query asks for; an empty one counts as none. */
  static Optional<Jsonp> of(@Nullable String query) {
    return Query.first(query, "callback").map(Jsonp::new);
  }

  /**
   * Whether it is the name of a function, dotted or from a list, so that nothing else can be
   * smuggled in.
   */
  boolean isSafe() {
    return callback.length() <= LONGEST && NAME.matcher(callback).matches();
  }

  byte[] wrap(byte[] json) {
    byte[] head = (callback + "(").getBytes(StandardCharsets.US_ASCII);
    byte[] call = new byte[head.length + json.length + 1];
    System.arraycopy(head, 0, call, 0, head.length);
    System.arraycopy(json, 0, call, head.length, json.length);
    call[call.length - 1] = ')';
    return call;
  }
}
