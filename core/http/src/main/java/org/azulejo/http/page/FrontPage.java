package org.azulejo.http.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.azulejo.api.Format;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.LayerState;

/** The page at the root: every layer, how it fares, and where it leads. Immutable. */
final class FrontPage {
  private static final int MOST_SHOWN = 200;

  private final Template page = Template.named("front.html");
  private final Template problem = Template.named("front-problem.html");
  private final Template entry = Template.named("front-layer.html");
  private final Template thumbnail = Template.named("front-thumbnail.html");

  /**
   * @param find what the names of the layers shown contain, in any case
   */
  String of(LayerSnapshot snapshot, String find) {
    String wanted = find.toLowerCase(Locale.ROOT);
    List<Layer> found =
        snapshot.layers().stream()
            .filter(layer -> layer.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    return page.fill(
        Map.of(
            "summary", summary(snapshot),
            "problem", snapshot.problem().map(this::problem).orElse(""),
            "find", find,
            "layers",
                found.stream().limit(MOST_SHOWN).map(this::entry).collect(Collectors.joining()),
            "more", more(found.size())));
  }

  private static String summary(LayerSnapshot snapshot) {
    var counts =
        snapshot.layers().stream()
            .collect(
                Collectors.groupingBy(l -> LayersDocument.name(l.state()), Collectors.counting()));
    return "%d layers: %d active, %d waiting, %d failed"
        .formatted(
            snapshot.layers().size(),
            counts.getOrDefault("active", 0L),
            counts.getOrDefault("waiting", 0L),
            counts.getOrDefault("failed", 0L));
  }

  private static String more(int found) {
    if (found == 0) {
      return "No layer is called so.";
    }
    return found > MOST_SHOWN
        ? "The first %d of %d are shown; find the others by name.".formatted(MOST_SHOWN, found)
        : "";
  }

  private String problem(String text) {
    return problem.fill(Map.of("problem", text));
  }

  private String entry(Layer layer) {
    var links = new LayerLinks(".", layer);
    return entry.fill(
        Map.of(
            "name", layer.name(),
            "state", LayersDocument.name(layer.state()),
            "reason", LayersDocument.reason(layer.state()),
            "warnings", warnings(layer),
            "preview", links.preview(),
            "tilejson", links.tileJson(),
            "picture", picture(layer, links),
            "formats",
                layer.formats().stream().map(Format::extension).collect(Collectors.joining(" "))));
  }

  private static String warnings(Layer layer) {
    return layer.warnings().isEmpty()
        ? ""
        : layer.warnings().stream()
            .map(warning -> "<li>" + Template.escape(warning) + "</li>")
            .collect(Collectors.joining("", "<ul class=\"warnings\">", "</ul>"));
  }

  private String picture(Layer layer, LayerLinks links) {
    boolean isPicture =
        layer.state() instanceof LayerState.Active
            && layer.format(links.extension()).filter(Format::isImage).isPresent();
    String instead = "." + links.extension();
    Start start = Start.of(layer.preview(), Reach.of(layer));
    return isPicture
        ? thumbnail.fill(Map.of("tile", links.tile(start.tile(layer.srs())), "instead", instead))
        : Template.escape(instead);
  }
}
