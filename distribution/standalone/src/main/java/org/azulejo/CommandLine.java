package org.azulejo;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads a command line. */
final class CommandLine {
  static final String USAGE =
      """
      Usage: azulejo serve [-c CONFIG] [-i HOST] [-p PORT] [-s]
             azulejo check [CONFIG]
             azulejo --help | --version

      Serves map tiles, or tells how the layers of a configuration would fare if it were served:
      check prints a line for each, below it what should be known, and exits with 0 if all of them
      work, with 1 if one waits for a plug-in, has failed, or the configuration cannot be read.

        -c, --config CONFIG  the layers, in the JSON of TileStache: a file or a URL
                             (default: etc/azulejo.json of the installation)
        -i, --ip HOST        where to listen (default: 127.0.0.1)
        -p, --port PORT      where to listen, 0 for any free port (default: 8080)
        -s, --shell          a shell for operators; help lists its commands, exit ends the server
        -h, --help           this text
            --version        the version

      The defaults and all other settings stand in etc/org.azulejo.cfg.
      """;

  private final Iterator<String> words;
  private Optional<String> configuration = Optional.empty();
  private Optional<String> host = Optional.empty();
  private Optional<Integer> port = Optional.empty();
  private boolean hasShell;

  private CommandLine(List<String> words) {
    this.words = words.iterator();
  }

  /**
   * @throws IllegalArgumentException with a sentence for whoever typed it
   */
  static Command parse(List<String> words) {
    return new CommandLine(words).command();
  }

  private Command command() {
    if (!words.hasNext()) {
      throw new IllegalArgumentException("What shall I do? Try: azulejo serve, or azulejo --help");
    }
    String word = words.next();
    return switch (word) {
      case "serve" -> serve();
      case "check" -> check();
      case "-h", "--help", "help" -> new Command.Help();
      case "--version", "version" -> new Command.Version();
      default ->
          throw new IllegalArgumentException(
              "\"%s\" is no command; there are: azulejo serve, azulejo check".formatted(word));
    };
  }

  private Command serve() {
    while (words.hasNext()) {
      String word = words.next();
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String name = equals < 0 ? word : word.substring(0, equals);
      if (name.equals("-h") || name.equals("--help")) {
        return new Command.Help();
      }
      option(name, equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1)));
    }
    return new Command.Serve(configuration, host, port, hasShell);
  }

  private Command check() {
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("-h") || word.equals("--help")) {
        return new Command.Help();
      }
      if (word.startsWith("-") || configuration.isPresent()) {
        throw new IllegalArgumentException(
            "\"%s\" is one word too many; there is: azulejo check [CONFIG]".formatted(word));
      }
      configuration = Optional.of(word);
    }
    return new Command.Check(configuration);
  }

  private void option(String name, Optional<String> attached) {
    switch (name) {
      case "-c", "--config" -> configuration = Optional.of(value(name, attached));
      case "-i", "--ip" -> host = Optional.of(value(name, attached));
      case "-s", "--shell" -> hasShell = flag(name, attached);
      case "-p", "--port" -> port = Optional.of(port(name, value(name, attached)));
      default ->
          throw new IllegalArgumentException(
              "\"%s\" is no option of serve; there are -c, -i, -p and -s.".formatted(name));
    }
  }

  private static boolean flag(String name, Optional<String> attached) {
    if (attached.isPresent()) {
      throw new IllegalArgumentException(name + " has no value.");
    }
    return true;
  }

  private String value(String name, Optional<String> attached) {
    return attached
        .or(() -> words.hasNext() ? Optional.of(words.next()) : Optional.empty())
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalArgumentException(name + " needs a value after it."));
  }

  private static int port(String name, String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "%s: a port is a number from 0 to 65535, not \"%s\".".formatted(name, value));
  }
}
