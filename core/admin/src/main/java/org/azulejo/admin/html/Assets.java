package org.azulejo.admin.html;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;

/** The files that pages need. Anybody may have them: the page for the login needs them, too. */
public final class Assets {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "console.css", "text/css; charset=utf-8",
          "console.js", "text/javascript; charset=utf-8");

  private Assets() {}

  public static List<Route> routes() {
    return MEDIA_TYPES.keySet().stream()
        .map(name -> Route.open("GET", name, call -> answer(name)))
        .toList();
  }

  private static WebAnswer answer(String name) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return new WebAnswer(200, MEDIA_TYPES.get(name), in.readAllBytes(), Map.of());
    }
  }
}
