package org.azulejo.admin.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.azulejo.web.WebAnswer;

/** Headers by which browsers guard what is answered: nothing is kept, framed, guessed or lent. */
final class Protection {
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Content-Security-Policy",
          List.of(
              "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                  + " connect-src 'self'; frame-src 'self'; form-action 'self';"
                  + " frame-ancestors 'none'; base-uri 'none'"),
          "Cache-Control",
          List.of("no-store"),
          "X-Frame-Options",
          List.of("DENY"),
          "X-Content-Type-Options",
          List.of("nosniff"),
          "Referrer-Policy",
          List.of("same-origin"),
          "Cross-Origin-Opener-Policy",
          List.of("same-origin"),
          "Cross-Origin-Resource-Policy",
          List.of("same-origin"));

  private Protection() {}

  static WebAnswer of(WebAnswer answer) {
    var headers = new LinkedHashMap<>(HEADERS);
    headers.putAll(answer.headers());
    return new WebAnswer(answer.status(), answer.mediaType(), answer.body(), Map.copyOf(headers));
  }
}
