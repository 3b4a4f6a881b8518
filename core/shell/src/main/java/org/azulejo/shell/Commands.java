package org.azulejo.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Process;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.Layers;
import org.azulejo.operation.AuditTrail;
import org.azulejo.operation.Installer;
import org.azulejo.operation.Installer.Installed;
import org.azulejo.operation.Plugin;
import org.azulejo.operation.Plugins;
import org.azulejo.operation.RefusedException;
import org.azulejo.operation.Reload;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The commands. They write what they have to say: what a command gives back is shown by a shell
 * that somebody types in, but not by one that runs a script.
 */
@Component(
    service = Commands.class,
    property = {
      "osgi.command.scope=azulejo",
      "osgi.command.function=layers",
      "osgi.command.function=layer",
      "osgi.command.function=plugins",
      "osgi.command.function=reload",
      "osgi.command.function=install",
      "osgi.command.function=uninstall",
      "osgi.command.function=names",
      "osgi.command.function=installed"
    })
public final class Commands {
  private final Layers layers;
  private final Plugins plugins;
  private final Reload reload;
  private final AuditTrail trail;
  private final @Nullable Installer installer;

  @Activate
  public Commands(
      @Reference Layers layers,
      @Reference Plugins plugins,
      @Reference Reload reload,
      @Reference AuditTrail trail,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Installer installer) {
    this.layers = layers;
    this.plugins = plugins;
    this.reload = reload;
    this.trail = trail;
    this.installer = installer;
  }

  @Descriptor("lists the layers and how they fare")
  public void layers() {
    var table = new Table("layer", "state", "requests", "hits", "errors", "draw p50", "why");
    for (Layer layer : layers.snapshot().layers()) {
      LayerFigures figures = layer.figures();
      table.row(
          layer.name(),
          LayerReport.state(layer.state()),
          figures.requests(),
          figures.hits(),
          figures.errors(),
          LayerReport.millis(figures.drawing().quantile(0.5)),
          LayerReport.reason(layer.state()));
    }
    say(layers.snapshot().problem().map(problem -> problem + "\n\n").orElse("") + table);
  }

  @Descriptor("tells everything of one layer")
  public void layer(@Descriptor("name of the layer") String name) {
    say(
        layers
            .snapshot()
            .layer(name)
            .map(LayerReport::of)
            .orElse("There is no layer \"%s\".".formatted(Table.plain(name))));
  }

  @Descriptor("lists the plug-ins that are there, and the layers that use them")
  public void plugins() {
    var table = new Table("kind", "name", "bundle", "version", "layers");
    for (Plugin plugin : plugins.plugins()) {
      String more = plugin.isShadowed() ? " (another serves in its place)" : "";
      table.row(
          plugin.kind(),
          plugin.name() + more,
          plugin.bundle(),
          plugin.version(),
          String.join(", ", plugin.layers()));
    }
    say(table.toString());
  }

  @Descriptor("reads the configuration again")
  public void reload() {
    try {
      reload.reload();
      note("reload the configuration", "done", true);
      say("%d layers.".formatted(layers.snapshot().layers().size()));
    } catch (RefusedException e) {
      note("reload the configuration", e.getMessage(), false);
      say(e.getMessage());
    }
  }

  @Descriptor("brings a plug-in in, or another version of it")
  public void install(@Descriptor("path of a jar") String path) throws IOException {
    try (InputStream jar = Files.newInputStream(Path.of(path))) {
      var steps = new StringBuilder();
      Installed done = installer().install(jar, step -> steps.append(step).append('\n'));
      note("install %s %s".formatted(done.symbolicName(), done.version()), "done", true);
      say(
          steps
              + "%s %s is in use; %s."
                  .formatted(done.symbolicName(), done.version(), done.trust()));
    } catch (NoSuchFileException e) {
      say("There is no file %s.".formatted(path));
    } catch (RefusedException e) {
      note("install " + path, e.getMessage(), false);
      say("%s is refused: %s".formatted(path, e.getMessage()));
    }
  }

  @Descriptor("takes a plug-in away that was brought in")
  public void uninstall(@Descriptor("symbolic name of its bundle") String symbolicName)
      throws IOException {
    try {
      installer().uninstall(symbolicName);
      note("remove " + symbolicName, "done", true);
      say(symbolicName + " is gone.");
    } catch (RefusedException e) {
      note("remove " + symbolicName, e.getMessage(), false);
      say(e.getMessage());
    }
  }

  @Descriptor("names of the layers, for completion")
  public List<String> names() {
    return layers.snapshot().layers().stream().map(Layer::name).toList();
  }

  @Descriptor("symbolic names of what was brought in, for completion")
  public List<String> installed() {
    return installer == null
        ? List.of()
        : installer.installed().stream().map(Installed::symbolicName).toList();
  }

  private static void say(String words) {
    Process.Utils.current().out().println(words.stripTrailing());
  }

  private void note(String what, String result, boolean isDone) {
    trail.add(AuditTrail.Entry.of(Instant.now(), "the shell", what, result, isDone));
  }

  private Installer installer() throws RefusedException {
    if (installer == null) {
      throw new RefusedException(
          "The bundle org.azulejo.deployment is not there, which does that.");
    }
    return installer;
  }
}
