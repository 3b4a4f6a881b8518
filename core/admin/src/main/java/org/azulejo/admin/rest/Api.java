package org.azulejo.admin.rest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.desk.PluginDesk;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.desk.UserDesk;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.job.Jobs;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;

/** All routes of the REST; {@code openapi.json} describes them. */
public record Api(
    Services services,
    ConfigurationDesk configuration,
    PluginDesk plugins,
    UserDesk users,
    Jobs jobs,
    Audit audit) {

  public List<Route> routes() {
    return Stream.of(
            new LayerApi(services, configuration).routes(),
            new ConfigurationApi(configuration).routes(),
            new PluginApi(services, plugins).routes(),
            new JobApi(jobs).routes(),
            new UserApi(users).routes(),
            List.of(
                Route.polled("api/figures", Role.VIEWER, this::figures),
                Route.of("GET", "api/audit", Role.OPERATOR, this::audit),
                Route.of("GET", "api/openapi.json", Role.VIEWER, Api::description)))
        .flatMap(List::stream)
        .toList();
  }

  private WebAnswer figures(Call call) {
    return Answers.json(
        200, FiguresDocument.of(services, call.parameter("find"), call.parameter("most")));
  }

  private WebAnswer audit(Call call) {
    return Answers.json(200, AuditDocument.of(audit.entries()));
  }

  private static WebAnswer description(Call call) throws IOException {
    try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new FileNotFoundException("openapi.json");
      }
      return new WebAnswer(200, Json.MEDIA_TYPE, in.readAllBytes(), Map.of());
    }
  }
}
