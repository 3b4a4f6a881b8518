package org.azulejo.admin.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.operation.ConfigurationFile.LayerVerdict;
import org.azulejo.operation.ConfigurationFile.Text;
import org.azulejo.operation.ConfigurationFile.Verdict;
import org.azulejo.web.WebAnswer;

/** The configuration as a text. */
record ConfigurationApi(ConfigurationDesk desk) {
  List<Route> routes() {
    return List.of(
        Route.of("GET", "api/configuration", Role.OPERATOR, this::show),
        Route.of("PUT", "api/configuration", Role.OPERATOR, this::write),
        Route.of("POST", "api/configuration/check", Role.OPERATOR, this::check),
        Route.of("POST", "api/configuration/undo", Role.OPERATOR, this::undo),
        Route.of("POST", "api/reload", Role.OPERATOR, this::reload));
  }

  private WebAnswer show(Call call) throws Exception {
    Text text = desk.read();
    return tagged(WebAnswer.of(200, Json.MEDIA_TYPE, text.json()), text);
  }

  private WebAnswer write(Call call) throws Exception {
    String fingerprint = Precondition.fingerprint(call, desk);
    return written(desk.write(call.visitor(), fingerprint, call.text()));
  }

  private WebAnswer undo(Call call) throws Exception {
    String fingerprint = Precondition.fingerprint(call, desk);
    if (!desk.read().canUndo()) {
      throw new Problem(409, "There is no edit to undo.");
    }
    return written(desk.undo(call.visitor(), fingerprint));
  }

  private WebAnswer reload(Call call) throws Exception {
    desk.reload(call.visitor());
    return Answers.empty(204);
  }

  private static WebAnswer written(Text text) {
    return tagged(
        Answers.json(200, Map.of("fingerprint", text.fingerprint(), "canUndo", text.canUndo())),
        text);
  }

  private WebAnswer check(Call call) throws Exception {
    Verdict verdict = desk.check(call.text());
    var document = new LinkedHashMap<String, Object>();
    verdict.problem().ifPresent(problem -> document.put("problem", problem));
    document.put("layers", verdict.layers().stream().map(ConfigurationApi::layer).toList());
    return Answers.json(200, document);
  }

  private static Map<String, Object> layer(LayerVerdict layer) {
    var map = new LinkedHashMap<String, Object>();
    map.put("name", layer.name());
    map.put("state", layer.state());
    map.put("reason", layer.reason());
    map.put("warnings", layer.warnings());
    return map;
  }

  /** Says to which text the next edit can be made. */
  static WebAnswer tagged(WebAnswer answer, Text text) {
    return Answers.with(answer, "ETag", '"' + text.fingerprint() + '"');
  }
}
