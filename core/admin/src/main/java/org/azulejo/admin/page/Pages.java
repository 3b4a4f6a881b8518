package org.azulejo.admin.page;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.azulejo.admin.access.Gate;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.desk.PluginDesk;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.desk.UserDesk;
import org.azulejo.admin.html.Assets;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.job.Jobs;
import org.azulejo.admin.room.Route;

/** All routes of the console. */
public record Pages(
    Services services,
    ConfigurationDesk configuration,
    PluginDesk plugins,
    UserDesk users,
    Jobs jobs,
    Audit audit,
    Gate gate,
    Frame frame,
    InstantSource clock) {

  public List<Route> routes() {
    return Stream.of(
            Assets.routes(),
            new LoginPage(gate, audit, frame).routes(),
            new OverviewPage(services, configuration, frame).routes(),
            new LayerPage(services, configuration, frame, clock).routes(),
            new EditPage(services, configuration, frame).routes(),
            new ConfigurationPage(configuration, frame).routes(),
            new PluginsPage(services, plugins, frame).routes(),
            new JobPage(jobs, frame).routes(),
            new UsersPage(users, frame).routes(),
            new AuditPage(audit, frame).routes())
        .flatMap(List::stream)
        .toList();
  }
}
