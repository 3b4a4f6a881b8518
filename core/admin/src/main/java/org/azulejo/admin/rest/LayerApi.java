package org.azulejo.admin.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.desk.Sections;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.operation.ConfigurationFile.Text;
import org.azulejo.web.WebAnswer;

/** Layers. */
record LayerApi(Services services, ConfigurationDesk desk) {
  List<Route> routes() {
    return List.of(
        Route.of("GET", "api/layers", Role.VIEWER, this::list),
        Route.of("GET", "api/layers/{name}", Role.VIEWER, this::show),
        Route.of("PUT", "api/layers/{name}", Role.OPERATOR, this::put),
        Route.of("DELETE", "api/layers/{name}", Role.OPERATOR, this::remove));
  }

  private WebAnswer list(Call call) {
    LayerSnapshot snapshot = services.layers().snapshot();
    var document = new LinkedHashMap<String, Object>();
    snapshot.problem().ifPresent(problem -> document.put("problem", problem));
    document.put(
        "layers", snapshot.layers().stream().map(l -> new LayerDocument(l).brief()).toList());
    return Answers.json(200, document);
  }

  private WebAnswer show(Call call) throws Problem {
    Layer layer =
        layer(call.name())
            .orElseThrow(
                () -> new Problem(404, "There is no layer \"%s\".".formatted(call.name())));
    WebAnswer answer = Answers.json(200, document(layer));
    return desk.find().map(text -> ConfigurationApi.tagged(answer, text)).orElse(answer);
  }

  private WebAnswer put(Call call) throws Exception {
    String fingerprint = Precondition.fingerprint(call, desk);
    boolean isNew = layer(call.name()).isEmpty();
    Text text = desk.putLayer(call.visitor(), fingerprint, call.name(), call.text());
    Object document =
        layer(call.name())
            .<Object>map(this::document)
            .orElse(Map.of("name", call.name(), "state", "not taken up yet"));
    return ConfigurationApi.tagged(Answers.json(isNew ? 201 : 200, document), text);
  }

  private WebAnswer remove(Call call) throws Exception {
    String fingerprint = Precondition.fingerprint(call, desk);
    Text text = desk.removeLayer(call.visitor(), fingerprint, call.name());
    return ConfigurationApi.tagged(Answers.empty(204), text);
  }

  private Optional<Layer> layer(String name) {
    return services.layers().snapshot().layer(name);
  }

  private Object document(Layer layer) {
    return new LayerDocument(layer).whole(new Sections(services));
  }
}
