package org.azulejo.admin;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.azulejo.admin.access.Gate;
import org.azulejo.admin.access.Threshold;
import org.azulejo.admin.access.Tokens;
import org.azulejo.admin.access.Users;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.desk.JarFolder;
import org.azulejo.admin.desk.PluginDesk;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.desk.UserDesk;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.job.Jobs;
import org.azulejo.admin.page.LoginPage;
import org.azulejo.admin.page.Pages;
import org.azulejo.admin.rest.Api;
import org.azulejo.admin.room.Room;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;
import org.azulejo.web.WebRequest;

/** The console put together. Closing ends its thread. */
final class Administration implements AutoCloseable {
  private final Jobs jobs;
  private final List<Route> routes;
  private final Room room;

  /**
   * @param welcome told the first token, if there are no users yet
   * @throws IOException if the users cannot be read or kept
   */
  Administration(
      Settings settings,
      Services services,
      Tokens tokens,
      InstantSource clock,
      Users.Welcome welcome)
      throws IOException {
    var users = Users.open(settings.users(), tokens, clock, welcome);
    var audit = new Audit(services.trail(), clock);
    var gate = new Gate(users, tokens, clock);
    var frame = new Frame();
    jobs = new Jobs(tokens, clock);
    var configuration = new ConfigurationDesk(services, audit);
    var plugins =
        new PluginDesk(
            services,
            audit,
            jobs,
            settings.pluginFolder().map(JarFolder::new),
            settings.pluginRepository());
    var userDesk = new UserDesk(users, audit);
    routes =
        Stream.of(
                new Api(services, configuration, plugins, userDesk, jobs, audit).routes(),
                new Pages(
                        services, configuration, plugins, userDesk, jobs, audit, gate, frame, clock)
                    .routes())
            .flatMap(List::stream)
            .toList();
    var problems = new LoginPage(gate, audit, frame);
    room = new Room(new Threshold(settings.isRemote()), gate, audit, problems::answer, routes);
  }

  WebAnswer answer(WebRequest request) {
    return room.answer(request);
  }

  List<Route> routes() {
    return routes;
  }

  @Override
  public void close() {
    jobs.close();
  }
}
