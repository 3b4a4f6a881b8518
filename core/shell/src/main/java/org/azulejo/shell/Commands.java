package org.azulejo.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.Layers;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands. What they give back is what the shell shows. */
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
  /** Where the console writes down what is changed, too. */
  private static final Logger AUDIT = LoggerFactory.getLogger("org.azulejo.audit");

  private final Layers layers;
  private final Plugins plugins;
  private final Reload reload;
  private final @Nullable Installer installer;

  @Activate
  public Commands(
      @Reference Layers layers,
      @Reference Plugins plugins,
      @Reference Reload reload,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Installer installer) {
    this.layers = layers;
    this.plugins = plugins;
    this.reload = reload;
    this.installer = installer;
  }

  @Descriptor("lists the layers and how they fare")
  public String layers() {
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
    return layers.snapshot().problem().map(problem -> problem + "\n\n").orElse("") + table;
  }

  @Descriptor("tells everything of one layer")
  public String layer(@Descriptor("name of the layer") String name) {
    return layers
        .snapshot()
        .layer(name)
        .map(LayerReport::of)
        .orElse("There is no layer \"%s\".".formatted(Table.plain(name)));
  }

  @Descriptor("lists the plug-ins that are there, and the layers that use them")
  public String plugins() {
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
    return table.toString();
  }

  @Descriptor("reads the configuration again")
  public String reload() {
    try {
      reload.reload();
      return "%d layers.".formatted(layers.snapshot().layers().size());
    } catch (RefusedException e) {
      return e.getMessage();
    }
  }

  @Descriptor("brings a plug-in in, or another version of it")
  public String install(@Descriptor("path of a jar") String path) throws IOException {
    try (InputStream jar = Files.newInputStream(Path.of(path))) {
      var steps = new StringBuilder();
      Installed done = installer().install(jar, step -> steps.append(step).append('\n'));
      return steps
          + "%s %s is in use; %s.".formatted(done.symbolicName(), done.version(), done.trust());
    } catch (NoSuchFileException e) {
      return "There is no file %s.".formatted(path);
    } catch (RefusedException e) {
      AUDIT.info("the shell: install {}: {}", Table.plain(path), e.getMessage());
      return "%s is refused: %s".formatted(path, e.getMessage());
    }
  }

  @Descriptor("takes a plug-in away that was brought in")
  public String uninstall(@Descriptor("symbolic name of its bundle") String symbolicName)
      throws IOException {
    try {
      installer().uninstall(symbolicName);
      AUDIT.info("the shell: uninstall {}: done", Table.plain(symbolicName));
      return symbolicName + " is gone.";
    } catch (RefusedException e) {
      return e.getMessage();
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

  private Installer installer() throws RefusedException {
    if (installer == null) {
      throw new RefusedException(
          "The bundle org.azulejo.deployment is not there, which does that.");
    }
    return installer;
  }
}
