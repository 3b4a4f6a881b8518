package org.azulejo.admin.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.desk.PluginDesk;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Body;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.job.Job;
import org.azulejo.admin.repository.Coordinates;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;

/** Plug-ins. */
record PluginApi(Services services, PluginDesk desk) {
  private static final String PATH = "path";
  private static final String COORDINATES = "coordinates";

  List<Route> routes() {
    return List.of(
        Route.of("GET", "api/plugins", Role.VIEWER, this::list),
        Route.of("POST", "api/plugins", Role.ADMIN, this::install),
        Route.of("DELETE", "api/plugins/{symbolicName}", Role.ADMIN, this::uninstall));
  }

  private WebAnswer list(Call call) {
    return Answers.json(200, PluginsDocument.of(services));
  }

  private WebAnswer install(Call call) throws Exception {
    Body.require(
        call.request(), "application/java-archive", "application/octet-stream", Json.MEDIA_TYPE);
    Optional<String> key = key(call);
    Job job =
        Body.mediaType(call.request()).equals(Json.MEDIA_TYPE)
            ? named(call, key)
            : desk.install(call.visitor(), call.request().body(), key);
    return JobApi.accepted(job);
  }

  private WebAnswer uninstall(Call call) throws Exception {
    return JobApi.accepted(desk.uninstall(call.visitor(), call.name()));
  }

  private Job named(Call call, Optional<String> key) throws Exception {
    ObjectNode object = call.object(PATH, COORDINATES);
    String path = object.path(PATH).asText();
    String coordinates = object.path(COORDINATES).asText();
    if (path.isBlank() == coordinates.isBlank()) {
      throw new Problem(
          400,
          "Expected {\"path\": \"name.jar\"}, a jar of the folder to install from, or"
              + " {\"coordinates\": \"group:artifact:version\"}, one of the repository.");
    }
    return path.isBlank()
        ? desk.install(call.visitor(), Coordinates.of(coordinates), key)
        : desk.install(call.visitor(), path, key);
  }

  private static Optional<String> key(Call call) throws Problem {
    Optional<String> key = call.request().header("idempotency-key");
    if (key.filter(text -> !text.matches("[\\x21-\\x7e]{1,200}")).isPresent()) {
      throw new Problem(400, "An Idempotency-Key is 1 to 200 printable characters without spaces.");
    }
    return key;
  }
}
