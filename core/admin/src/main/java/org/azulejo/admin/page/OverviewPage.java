package org.azulejo.admin.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.desk.States;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Form;
import org.azulejo.admin.exchange.Urls;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.operation.ConfigurationFile.Text;
import org.azulejo.operation.RefusedException;
import org.azulejo.operation.ServerFigures;
import org.azulejo.web.WebAnswer;

/** All layers, how they fare, and the server. */
final class OverviewPage {
  private static final int MOST_SHOWN = 200;

  private final Template page = Template.named("overview.html");
  private final Template row = Template.named("overview-layer.html");
  private final Template actions = Template.named("overview-actions.html");
  private final Template undo = Template.named("overview-undo.html");
  private final Services services;
  private final ConfigurationDesk desk;
  private final Frame frame;

  OverviewPage(Services services, ConfigurationDesk desk, Frame frame) {
    this.services = services;
    this.desk = desk;
    this.frame = frame;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "", Role.VIEWER, call -> page(call, 200, "")),
        Route.form("undo", Role.OPERATOR, this::undo),
        Route.form("reload", Role.OPERATOR, this::reload));
  }

  private WebAnswer undo(Call call, Form form) throws Exception {
    try {
      desk.undo(call.visitor(), form.text("fingerprint"));
      return Answers.seeOther("./?done=undone");
    } catch (RefusedException e) {
      return page(call, 409, "Nothing was undone: " + e.getMessage());
    }
  }

  private WebAnswer reload(Call call, Form form) throws Exception {
    try {
      desk.reload(call.visitor());
      return Answers.seeOther("./?done=reloaded");
    } catch (RefusedException e) {
      return page(call, 409, "Nothing was reloaded: " + e.getMessage());
    }
  }

  private WebAnswer page(Call call, int status, String problem) {
    LayerSnapshot snapshot = services.layers().snapshot();
    String find = call.parameter("find");
    List<Layer> found = found(snapshot, find);
    var fillings = new LinkedHashMap<String, String>();
    fillings.put("notice", Pieces.bad(problem) + Done.notice(call));
    fillings.put("problem", snapshot.problem().map(Pieces::bad).orElse(""));
    fillings.put("actions", actions(call.visitor()));
    fillings.put("server", services.figures().map(OverviewPage::server).orElse(""));
    fillings.put("find", find);
    fillings.put("most", Integer.toString(MOST_SHOWN));
    fillings.put("summary", summary(snapshot));
    fillings.put(
        "layers", found.stream().limit(MOST_SHOWN).map(this::row).collect(Collectors.joining()));
    fillings.put("more", more(found.size()));
    return Answers.html(
        status, frame.of(call.visitor(), Frame.Place.LAYERS, "Layers", page.fill(fillings)));
  }

  private static List<Layer> found(LayerSnapshot snapshot, String find) {
    String wanted = find.toLowerCase(Locale.ROOT);
    return snapshot.layers().stream()
        .filter(layer -> layer.name().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  private String actions(Visitor visitor) {
    if (!visitor.may(Role.OPERATOR)) {
      return "";
    }
    Optional<Text> text = desk.find();
    return text.isEmpty()
        ? Pieces.bad("The configuration cannot be edited here now.")
        : actions.fill(
            Map.of(
                "csrf", visitor.csrf(),
                "undo", Pieces.when(text.get().canUndo(), undo(visitor, text.get()))));
  }

  private String undo(Visitor visitor, Text text) {
    return undo.fill(Map.of("csrf", visitor.csrf(), "fingerprint", text.fingerprint()));
  }

  private static String server(ServerFigures figures) {
    return Figures.list(
        "data-server",
        List.of(
            new Figures.Figure("requests", "under way", figures.requests()),
            new Figures.Figure("queued", "queued", figures.queued()),
            new Figures.Figure("parked", "waiting for plug-ins", figures.parked()),
            new Figures.Figure("refused", "turned away", figures.refused()),
            new Figures.Figure("connections", "connections", figures.connections())));
  }

  private static String summary(LayerSnapshot snapshot) {
    var counts =
        snapshot.layers().stream()
            .collect(Collectors.groupingBy(l -> States.word(l.state()), Collectors.counting()));
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

  private String row(Layer layer) {
    var fillings = new LinkedHashMap<>(Figures.of(layer.figures()));
    fillings.put("name", layer.name());
    fillings.put("address", Urls.escape(layer.name()));
    fillings.put("state", States.word(layer.state()));
    fillings.put("reason", States.reason(layer.state()));
    fillings.put(
        "warnings",
        layer.warnings().isEmpty()
            ? ""
            : layer.warnings().size() == 1 ? "1 warning" : layer.warnings().size() + " warnings");
    return row.fill(fillings);
  }
}
