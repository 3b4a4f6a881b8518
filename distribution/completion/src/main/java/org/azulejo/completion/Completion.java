package org.azulejo.completion;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.azulejo.layer.Layer;
import org.azulejo.layer.Layers;
import org.azulejo.operation.Installer;
import org.azulejo.operation.Installer.Installed;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * A command that only completes others. To Karaf, commands of plain Gogo, as ours are, have no
 * completer, and it drops what its completion scripts find; but whatever is typed, it asks the
 * completers of all its own commands.
 */
@Component(service = {})
public final class Completion implements Command, Completer {
  private final Registry registry;
  private final Layers layers;
  private final @Nullable Installer installer;

  @Activate
  public Completion(
      @Reference SessionFactory sessions,
      @Reference Layers layers,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Installer installer) {
    this.registry = sessions.getRegistry();
    this.layers = layers;
    this.installer = installer;
    registry.register(this);
  }

  @Deactivate
  void stop() {
    registry.unregister(this);
  }

  @Override
  public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
    if (line.getCursorArgumentIndex() != 1) {
      return;
    }
    switch (line.getArguments()[0]) {
      case "azulejo:layer" -> names().map(Candidate::new).forEach(candidates::add);
      case "azulejo:uninstall" -> installed().map(Candidate::new).forEach(candidates::add);
      case "azulejo:install" -> new FileCompleter().completeCandidates(session, line, candidates);
      default -> {}
    }
  }

  private Stream<String> names() {
    return layers.snapshot().layers().stream().map(Layer::name);
  }

  private Stream<String> installed() {
    return installer == null
        ? Stream.empty()
        : installer.installed().stream().map(Installed::symbolicName);
  }

  /** Karaf calls the one above. */
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return -1;
  }

  @Override
  public String getScope() {
    return "azulejo";
  }

  @Override
  public String getName() {
    return "completion";
  }

  @Override
  public String getDescription() {
    return "completes the others while they are typed; does nothing when it is called";
  }

  @Override
  public Completer getCompleter(boolean isScoped) {
    return this;
  }

  @Override
  public @Nullable Parser getParser() {
    return null;
  }

  @Override
  public @Nullable Object execute(Session session, List<Object> arguments) {
    return null;
  }
}
