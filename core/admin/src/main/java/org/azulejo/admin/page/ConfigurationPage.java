package org.azulejo.admin.page;

import java.util.LinkedHashMap;
import java.util.List;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Form;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.operation.ConfigurationFile.Text;
import org.azulejo.operation.ConflictException;
import org.azulejo.operation.RefusedException;
import org.azulejo.web.WebAnswer;

/** The whole configuration as a text. */
final class ConfigurationPage {
  private final Template page = Template.named("configuration.html");
  private final ConfigurationDesk desk;
  private final Frame frame;

  ConfigurationPage(ConfigurationDesk desk, Frame frame) {
    this.desk = desk;
    this.frame = frame;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "configuration", Role.OPERATOR, this::show),
        Route.form("configuration", Role.OPERATOR, this::edit));
  }

  private WebAnswer show(Call call) throws Exception {
    Text text = desk.read();
    return page(call, 200, text.fingerprint(), text.json(), Done.notice(call));
  }

  private WebAnswer edit(Call call, Form form) throws Exception {
    String json = form.text("json");
    String fingerprint = form.text("fingerprint");
    if (form.text("action").equals("check")) {
      return page(call, 200, fingerprint, json, Verdicts.of(desk.check(json)));
    }
    try {
      desk.write(call.visitor(), fingerprint, json);
      return Answers.seeOther("configuration?done=saved");
    } catch (ConflictException e) {
      Text now = desk.read();
      return page(call, 412, now.fingerprint(), json, Conflict.notice(e, now.json()));
    } catch (RefusedException e) {
      return page(call, 422, fingerprint, json, Pieces.bad("Not saved: " + e.getMessage()));
    }
  }

  private WebAnswer page(Call call, int status, String fingerprint, String json, String notice) {
    var fillings = new LinkedHashMap<String, String>();
    fillings.put("csrf", call.visitor().csrf());
    fillings.put("fingerprint", fingerprint);
    fillings.put("json", json);
    fillings.put("notice", notice);
    return Answers.html(
        status,
        frame.of(call.visitor(), Frame.Place.CONFIGURATION, "Configuration", page.fill(fillings)));
  }
}
