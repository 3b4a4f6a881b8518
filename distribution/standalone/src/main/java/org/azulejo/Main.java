package org.azulejo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.azulejo.logging.Logging;
import sun.misc.Signal;

/**
 * The program. The standard output of {@code azulejo serve} is one line, when it is ready; that of
 * {@code azulejo check} is what it found.
 */
public final class Main {
  private static final int BAD_USE = 2;
  private static final int BAD_LAYERS = 1;

  private final PrintStream out;

  private Main(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    System.setOut(System.err);
    System.setProperty("java.awt.headless", "true");
    try {
      new Main(out).run(CommandLine.parse(List.of(arguments)));
    } catch (IllegalArgumentException | IOException e) {
      if (e.getCause() != null) {
        // Nobody's mistake: the log may tell more.
        Logging.open();
      }
      System.err.println("azulejo: " + e.getMessage());
      System.exit(BAD_USE);
    }
  }

  private void run(Command command) throws IOException {
    if (command instanceof Command.Serve serve) {
      serve(serve);
    } else if (command instanceof Command.Check check) {
      check(check);
    } else if (command instanceof Command.Version) {
      out.println("Azulejo " + Main.class.getPackage().getImplementationVersion());
    } else {
      out.print(CommandLine.USAGE);
    }
  }

  private void serve(Command.Serve command) throws IOException {
    Logging.use(Home.ofJar().etc());
    Builder builder = Azulejo.builder().onLogging(Logging::level);
    command.configuration().ifPresent(reference -> configure(builder, reference));
    command.host().ifPresent(builder::host);
    command.port().ifPresent(builder::port);
    Azulejo server = builder.build(command.hasShell() ? Level.SHELL : Level.SERVER);
    closeAtTheEnd(server);
    exitInPeaceOn("TERM", "INT");
    server.open();
    Logging.open();
    out.println("Azulejo is ready at " + server.address());
    out.flush();
  }

  private void check(Command.Check command) throws IOException {
    Logging.use(Home.ofJar().etc());
    Logging.level("warning");
    Builder builder = Azulejo.builder();
    command.configuration().ifPresent(reference -> configure(builder, reference));
    Azulejo server = builder.build(Level.LAYERS);
    closeAtTheEnd(server);
    Findings findings = server.look();
    Logging.open();
    out.println(findings.text());
    out.flush();
    System.exit(findings.isGood() ? 0 : BAD_LAYERS);
  }

  private static void closeAtTheEnd(Azulejo server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "azulejo-stop"));
  }

  private static void configure(Builder builder, String reference) {
    try {
      if (reference.matches("(?i)(https?|file):.*")) {
        builder.configuration(URI.create(reference));
      } else {
        builder.configuration(Path.of(reference));
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("There cannot be a file " + reference + ".");
    }
  }

  /**
   * Being told to end is no failure, so the exit code is 0 and not the JVM's 143 or 130. Halting in
   * a shutdown hook would do that too, but leave the temporary files of native libraries behind.
   */
  private static void exitInPeaceOn(String... signals) {
    for (String signal : signals) {
      Signal.handle(new Signal(signal), s -> System.exit(0));
    }
  }
}
