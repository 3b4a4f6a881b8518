package org.azulejo.admin.page;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.desk.Sections;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.desk.States;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Form;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.exchange.Urls;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures.Mishap;
import org.azulejo.operation.RefusedException;
import org.azulejo.web.WebAnswer;

/** One layer: how it fares, why, and what it is made of; and its removal. */
final class LayerPage {
  private final Template page = Template.named("layer.html");
  private final Template mishap = Template.named("layer-mishap.html");
  private final Template links = Template.named("layer-links.html");
  private final Template remove = Template.named("remove.html");
  private final MapLink map;
  private final Services services;
  private final ConfigurationDesk desk;
  private final Frame frame;

  LayerPage(Services services, ConfigurationDesk desk, Frame frame, InstantSource clock) {
    this.map = new MapLink(clock);
    this.services = services;
    this.desk = desk;
    this.frame = frame;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "layer", Role.VIEWER, this::show),
        Route.of("GET", "remove", Role.OPERATOR, this::ask),
        Route.form("remove", Role.OPERATOR, this::remove));
  }

  private Layer layer(String name) throws Problem {
    return services
        .layers()
        .snapshot()
        .layer(name)
        .orElseThrow(() -> new Problem(404, "There is no layer \"%s\".".formatted(name)));
  }

  private WebAnswer show(Call call) throws Problem {
    Layer layer = layer(call.parameter("name"));
    List<Mishap> mishaps = layer.figures().mishaps();
    var fillings = new LinkedHashMap<>(Figures.of(layer.figures()));
    fillings.put("notice", Done.notice(call));
    fillings.put("name", layer.name());
    fillings.put("state", States.word(layer.state()));
    fillings.put("reason", States.reason(layer.state()));
    fillings.put("warnings", Pieces.list("warnings", layer.warnings()));
    fillings.put(
        "mishaps",
        mishaps.isEmpty()
            ? "<p>None so far.</p>"
            : mishaps.stream()
                .map(this::mishap)
                .collect(Collectors.joining("", "<ul class=\"mishaps\">", "</ul>")));
    fillings.put("section", Json.pretty(new Sections(services).shown(layer)));
    fillings.put("preview", map.to(layer));
    fillings.put("key", MapLink.notice(layer));
    fillings.put(
        "links",
        Pieces.when(
            call.visitor().may(Role.OPERATOR),
            links.fill(Map.of("address", Urls.escape(layer.name())))));
    return page(call, 200, layer.name(), page.fill(fillings));
  }

  private String mishap(Mishap mishap) {
    return this.mishap.fill(
        Map.of(
            "when", Pieces.time(mishap.when()),
            "tile", mishap.tile(),
            "sentence", mishap.sentence()));
  }

  private WebAnswer ask(Call call) throws Exception {
    return ask(call, layer(call.parameter("name")).name(), 200, "");
  }

  private WebAnswer ask(Call call, String name, int status, String problem) throws Exception {
    String content =
        remove.fill(
            Map.of(
                "problem", Pieces.bad(problem),
                "csrf", call.visitor().csrf(),
                "name", name,
                "address", Urls.escape(name),
                "fingerprint", desk.read().fingerprint()));
    return page(call, status, "Remove " + name, content);
  }

  private WebAnswer remove(Call call, Form form) throws Exception {
    String name = form.text("name");
    try {
      desk.removeLayer(call.visitor(), form.text("fingerprint"), name);
      return Answers.seeOther("./?done=removed");
    } catch (RefusedException e) {
      return ask(call, name, 409, e.getMessage());
    }
  }

  private WebAnswer page(Call call, int status, String title, String content) {
    return Answers.html(status, frame.of(call.visitor(), Frame.Place.LAYERS, title, content));
  }
}
