package org.azulejo.http.page;

import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.http.exchange.UrlPath;
import org.azulejo.layer.Layer;

/**
 * Where a layer's things are to be found.
 *
 * @param base what comes before: a whole address, a way up, or nothing; no slash at the end
 */
record LayerLinks(String base, Layer layer) {
  String preview() {
    return path() + "/preview.html";
  }

  String tileJson() {
    return path() + ".json";
  }

  /** With {@code {z}}, {@code {x}} and {@code {y}}. */
  String tiles() {
    return path() + "/{z}/{x}/{y}." + extension();
  }

  String tile(Coordinate coordinate) {
    return path() + "/" + coordinate + "." + extension();
  }

  /** What viewers show: the extension that the configuration prefers, if there are such tiles. */
  String extension() {
    String preferred = layer.preview().extension();
    return layer
        .format(preferred)
        .or(() -> layer.formats().stream().findFirst())
        .map(Format::extension)
        .orElse(preferred);
  }

  private String path() {
    return base + "/" + UrlPath.encode(layer.name());
  }
}
