package org.azulejo.admin.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.desk.JarFolder;
import org.azulejo.admin.desk.PluginDesk;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.exchange.Answers;
import org.azulejo.admin.exchange.Form;
import org.azulejo.admin.exchange.Multipart;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.html.Frame;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.admin.job.Job;
import org.azulejo.admin.repository.Coordinates;
import org.azulejo.admin.room.Call;
import org.azulejo.admin.room.Route;
import org.azulejo.layer.LayerState;
import org.azulejo.operation.Installer;
import org.azulejo.operation.RefusedException;
import org.azulejo.web.WebAnswer;

/** The plug-ins that are there, those that are missing, and how they come and go. */
final class PluginsPage {
  private final Template page = Template.named("plugins.html");
  private final BundleCards cards = new BundleCards();
  private final Template upload = Template.named("plugins-upload.html");
  private final Template folder = Template.named("plugins-folder.html");
  private final Template repository = Template.named("plugins-repository.html");
  private final Template remove = Template.named("uninstall.html");
  private final Services services;
  private final PluginDesk desk;
  private final Frame frame;

  PluginsPage(Services services, PluginDesk desk, Frame frame) {
    this.services = services;
    this.desk = desk;
    this.frame = frame;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "plugins", Role.VIEWER, call -> page(call, 200, "")),
        Route.form("plugins", Role.ADMIN, this::install),
        Route.of("GET", "uninstall", Role.ADMIN, this::ask),
        Route.form("uninstall", Role.ADMIN, this::uninstall));
  }

  private WebAnswer install(Call call, Form form) throws Exception {
    try {
      return begun(job(call.visitor(), form));
    } catch (RefusedException e) {
      return page(call, 422, "The jar is not taken: " + e.getMessage());
    }
  }

  /** A jar that comes along, or the name of one that lies in the folder or the repository. */
  private Job job(Visitor by, Form form) throws Exception {
    Optional<Multipart.Part> jar = form.file().filter(part -> !part.name().isEmpty());
    if (jar.isPresent()) {
      return desk.install(by, jar.get().content(), Optional.empty());
    } else if (!form.text("path").isEmpty()) {
      return desk.install(by, form.text("path"), Optional.empty());
    } else if (!form.text("coordinates").isBlank()) {
      Coordinates coordinates = Coordinates.of(form.text("coordinates").strip());
      return desk.install(by, coordinates, Optional.empty());
    }
    throw new Problem(400, "Choose a jar first.");
  }

  private static WebAnswer begun(Job job) {
    return Answers.seeOther("job?id=" + job.id());
  }

  private WebAnswer ask(Call call) {
    String name = call.parameter("name");
    var users = new TreeSet<String>();
    services.plugins().plugins().stream()
        .filter(plugin -> plugin.bundle().equals(name))
        .forEach(plugin -> users.addAll(plugin.layers()));
    String content =
        remove.fill(
            Map.of(
                "csrf",
                call.visitor().csrf(),
                "name",
                name,
                "layers",
                users.isEmpty()
                    ? "No layer uses it."
                    : "These layers will wait for it: " + String.join(", ", users) + "."));
    return page(call, 200, "Remove " + name, content, Frame.Place.PLUGINS);
  }

  private WebAnswer uninstall(Call call, Form form) throws Exception {
    return begun(desk.uninstall(call.visitor(), form.text("name")));
  }

  private WebAnswer page(Call call, int status, String problem) {
    Optional<Installer> installer = services.installer();
    var fillings = new LinkedHashMap<String, String>();
    fillings.put("notice", Pieces.bad(problem));
    fillings.put("danger", danger(installer));
    fillings.put("missing", missing());
    fillings.put("install", install(call.visitor(), installer.isPresent()));
    fillings.put(
        "bundles",
        cards.of(
            services.plugins().plugins(),
            installer.map(Installer::installed).orElse(List.of()),
            call.visitor().may(Role.ADMIN)));
    return page(call, status, "Plug-ins", page.fill(fillings), Frame.Place.PLUGINS);
  }

  private static String danger(Optional<Installer> installer) {
    return Pieces.bad(
        installer.isPresent() && installer.get().trustsDeployFolder()
            ? "Every jar in the deploy folder is used, whoever made it. That is for a developer's"
                + " machine and not for a server that others can reach."
            : "");
  }

  private String missing() {
    List<String> missing =
        services.layers().snapshot().layers().stream()
            .filter(layer -> layer.state() instanceof LayerState.Waiting)
            .map(
                layer ->
                    "%s waits for %s"
                        .formatted(
                            layer.name(),
                            String.join(", ", ((LayerState.Waiting) layer.state()).missing())))
            .toList();
    return missing.isEmpty()
        ? ""
        : "<section class=\"missing\"><h2>Missing</h2>" + Pieces.list("", missing) + "</section>";
  }

  private String install(Visitor visitor, boolean isPossible) {
    if (!visitor.may(Role.ADMIN)) {
      return "";
    } else if (!isPossible) {
      return Pieces.bad(Services.NO_INSTALLER);
    }
    return upload.fill(Map.of("csrf", visitor.csrf()))
        + desk.folder().map(jars -> folder(visitor, jars)).orElse("")
        + Pieces.when(desk.hasRepository(), repository.fill(Map.of("csrf", visitor.csrf())));
  }

  private String folder(Visitor visitor, JarFolder from) {
    String jars =
        from.jars().stream()
            .map(jar -> Pieces.option(jar, jar, false))
            .collect(Collectors.joining());
    return folder.fill(Map.of("csrf", visitor.csrf(), "jars", jars));
  }

  private WebAnswer page(Call call, int status, String title, String content, Frame.Place place) {
    return Answers.html(status, frame.of(call.visitor(), place, title, content));
  }
}
