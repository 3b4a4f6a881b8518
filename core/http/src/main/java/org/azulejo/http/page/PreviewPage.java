package org.azulejo.http.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.azulejo.http.exchange.Json;
import org.azulejo.layer.Layer;

/** The page that shows a layer on a map. Immutable. */
final class PreviewPage {
  private final Template template = Template.named("preview.html");

  /**
   * @param rawPath of the page, by which it finds its way up to the server's front page
   */
  String of(Layer layer, String rawPath) {
    int depth = (int) rawPath.chars().filter(c -> c == '/').count() - 1;
    return template.fill(
        Map.of(
            "name", layer.name(),
            "up", "../".repeat(depth),
            "library", Assets.LIBRARY,
            "tiles", new LayerLinks("", layer).tiles(),
            "layer", Json.of(settings(layer))));
  }

  /** What {@code viewer.js} wants to know. */
  private static Map<String, Object> settings(Layer layer) {
    Map<String, Object> document = TileJson.of(layer, "");
    var settings = new LinkedHashMap<String, Object>();
    settings.put("latitude", layer.preview().latitude());
    settings.put("longitude", layer.preview().longitude());
    settings.put("zoom", layer.preview().zoom());
    settings.put("extension", new LayerLinks("", layer).extension());
    settings.put("formats", formats(layer));
    settings.put("srs", layer.srs());
    settings.put("scales", layer.scales());
    settings.put("tileSize", layer.tileSize());
    settings.put("minzoom", document.get("minzoom"));
    settings.put("maxzoom", document.get("maxzoom"));
    settings.put("bounds", document.get("bounds"));
    settings.put("attribution", document.getOrDefault("attribution", ""));
    settings.put("notice", LayersDocument.reason(layer.state()));
    return settings;
  }

  private static List<Map<String, String>> formats(Layer layer) {
    return layer.formats().stream()
        .map(format -> Map.of("extension", format.extension(), "mediaType", format.mediaType()))
        .toList();
  }
}
