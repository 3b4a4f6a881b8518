package org.azulejo.admin.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.desk.Sections;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Form;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.exchange.Urls;
import org.azulejo.admin.form.LayerForm;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.layer.Layer;
import org.azulejo.operation.ConfigurationFile.Verdict;
import org.azulejo.operation.ConflictException;
import org.azulejo.operation.RefusedException;
import org.azulejo.web.WebAnswer;

/**
 * Adds a layer or changes one, in a form or as JSON. Whatever goes wrong, what was typed stays on
 * the page.
 */
final class EditPage {
  private static final String NAME = "name";
  private static final String JSON = "json";
  private static final String FINGERPRINT = "fingerprint";

  private final Template page = Template.named("edit.html");
  private final Template naming = Template.named("edit-name.html");
  private final Template named = Template.named("edit-named.html");
  private final Template text = Template.named("edit-json.html");
  private final Services services;
  private final ConfigurationDesk desk;
  private final Frame frame;
  private final Sections sections;
  private final LayerForm form;

  EditPage(Services services, ConfigurationDesk desk, Frame frame) {
    this.services = services;
    this.desk = desk;
    this.frame = frame;
    this.sections = new Sections(services);
    this.form = new LayerForm(sections);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "edit", Role.OPERATOR, this::show),
        Route.form("edit", Role.OPERATOR, this::edit));
  }

  /**
   * What is being edited.
   *
   * @param isNew whether the layer is to be added
   * @param isJson whether it is shown as JSON
   * @param values of the fields
   */
  private record Draft(
      String name, boolean isNew, boolean isJson, String fingerprint, Map<String, String> values) {
    Draft with(boolean isJson, Map<String, String> values) {
      return new Draft(name, isNew, isJson, fingerprint, values);
    }

    Draft at(String fingerprint) {
      return new Draft(name, isNew, isJson, fingerprint, values);
    }
  }

  private WebAnswer show(Call call) throws Exception {
    String name = call.parameter(NAME);
    boolean isNew = name.isEmpty();
    if (!isNew && services.layers().snapshot().layer(name).isEmpty()) {
      throw new Problem(404, "There is no layer \"%s\".".formatted(name));
    }
    var draft = new Draft(name, isNew, false, desk.read().fingerprint(), form.fill(before(name)));
    return page(call, 200, draft, "");
  }

  /** As it is now, without its secrets; empty if it is not there. */
  private ObjectNode before(String name) {
    return services.layers().snapshot().layer(name).map(sections::shown).orElseGet(Json::object);
  }

  private WebAnswer edit(Call call, Form sent) throws Exception {
    var draft =
        new Draft(
            sent.text(NAME),
            !sent.text("new").isEmpty(),
            sent.text("mode").equals(JSON),
            sent.text(FINGERPRINT),
            sent.fields());
    try {
      ObjectNode section =
          draft.isJson ? Json.object(sent.text(JSON)) : form.read(draft.values, before(draft.name));
      return switch (sent.text("action")) {
        case "save" -> save(call, draft, section);
        case "check" -> page(call, 200, draft, Verdicts.of(check(draft, section), draft.name));
        case "json" -> page(call, 200, draft.with(true, Map.of(JSON, Json.pretty(section))), "");
        case "form" -> page(call, 200, draft.with(false, form.fill(section)), "");
        default -> page(call, 200, draft, "");
      };
    } catch (ConflictException e) {
      return conflict(call, draft, e);
    } catch (RefusedException e) {
      return page(call, 422, draft, Pieces.bad("Not saved: " + e.getMessage()));
    } catch (Problem e) {
      return page(call, e.status(), draft, Pieces.bad("Not saved: " + e.getMessage()));
    }
  }

  private Verdict check(Draft draft, ObjectNode section) throws Exception {
    checkName(draft);
    return desk.checkLayer(draft.name, section);
  }

  private WebAnswer save(Call call, Draft draft, ObjectNode section) throws Exception {
    checkName(draft);
    // As it was typed, for there may be comments in it.
    String json = draft.isJson ? draft.values.get(JSON) : Json.pretty(section);
    desk.putLayer(call.visitor(), draft.fingerprint, draft.name, json);
    return Answers.seeOther("layer?name=" + Urls.escape(draft.name) + "&done=saved");
  }

  private void checkName(Draft draft) throws Problem {
    if (draft.name.isBlank()) {
      throw new Problem(422, "The layer needs a name.");
    } else if (draft.isNew && services.layers().snapshot().layer(draft.name).isPresent()) {
      throw new Problem(409, "There is a layer \"%s\" already.".formatted(draft.name));
    }
  }

  /** The next save is made to the text as it is now. */
  private WebAnswer conflict(Call call, Draft draft, ConflictException e) throws Exception {
    String now = Json.pretty(before(draft.name));
    return page(call, 412, draft.at(desk.read().fingerprint()), Conflict.notice(e, now));
  }

  private WebAnswer page(Call call, int status, Draft draft, String notice) {
    var fillings = new LinkedHashMap<String, String>();
    fillings.put("notice", notice);
    fillings.put("csrf", call.visitor().csrf());
    fillings.put(FINGERPRINT, draft.fingerprint);
    fillings.put("naming", (draft.isNew ? naming : named).fill(Map.of(NAME, draft.name)));
    fillings.put(
        "fields",
        draft.isJson
            ? text.fill(Map.of("value", draft.values.getOrDefault(JSON, "")))
            : form.html(draft.values));
    fillings.put("other", draft.isJson ? "form" : JSON);
    fillings.put("words", draft.isJson ? "Show the form" : "Show as JSON");
    fillings.put("layers", layers());
    String title = draft.isNew ? "Add a layer" : "Edit " + draft.name;
    return Answers.html(
        status, frame.of(call.visitor(), Frame.Place.LAYERS, title, page.fill(fillings)));
  }

  private String layers() {
    return services.layers().snapshot().layers().stream()
        .map(Layer::name)
        .map(name -> Pieces.option(name, name, false))
        .collect(Collectors.joining());
  }
}
