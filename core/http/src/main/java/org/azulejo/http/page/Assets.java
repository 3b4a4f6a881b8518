package org.azulejo.http.page;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Statuses;

/**
 * The files that pages need, under {@code /-/}, where no layer can be. Each is read when it is
 * first asked for. Safe for many threads.
 */
final class Assets {
  /**
   * Folder of the map library; its name changes with its version, so clients may keep the files.
   */
  static final String LIBRARY = "ol-10.6.0";

  static final String PREFIX = "/-/";

  private static final String PACKAGE = "/META-INF/resources/webjars/ol/10.6.0/";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String CHECKED = "no-cache";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final Map<String, File> FILES =
      Map.of(
          LIBRARY + "/ol.js",
          new File(PACKAGE + "dist/ol.js", SCRIPT, FOREVER),
          LIBRARY + "/ol.css",
          new File(PACKAGE + "ol.css", STYLE, FOREVER),
          LIBRARY + "/LICENSE.md",
          new File(PACKAGE + "LICENSE.md", TEXT, FOREVER),
          "LICENSES.txt",
          new File("LICENSES.txt", TEXT, CHECKED),
          "front.css",
          new File("front.css", STYLE, CHECKED),
          "front.js",
          new File("front.js", SCRIPT, CHECKED),
          "viewer.css",
          new File("viewer.css", STYLE, CHECKED),
          "viewer.js",
          new File("viewer.js", SCRIPT, CHECKED));

  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  private record File(String resource, String mediaType, String cacheControl) {}

  /**
   * @param path with the prefix
   */
  void send(Exchange exchange, String path) throws IOException {
    String name = path.substring(PREFIX.length());
    File file = FILES.get(name);
    if (file == null) {
      exchange.send(Statuses.badPath(exchange.rawPath()));
      return;
    }
    Asset asset = read.get(name);
    if (asset == null) {
      asset = Asset.read(file.resource, file.mediaType, file.cacheControl);
      read.put(name, asset);
    }
    asset.send(exchange);
  }
}
