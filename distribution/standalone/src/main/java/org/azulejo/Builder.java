package org.azulejo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings of a server to be started. What is not set here stands in {@code
 * etc/org.azulejo.cfg} of its home.
 */
public final class Builder {
  private final Map<String, String> settings = new HashMap<>();
  private Optional<Path> home = Optional.empty();
  private Consumer<String> logging = word -> {};

  Builder() {}

  /** The folder of an installation; without it, the folder of the jar that holds this class. */
  public Builder home(Path folder) {
    home = Optional.of(folder);
    return this;
  }

  /** The layers, in a file. */
  public Builder configuration(Path file) {
    return set("azulejo.configuration", file.toAbsolutePath().normalize().toString());
  }

  /** The layers, at a {@code file:}, {@code http:} or {@code https:} address. */
  public Builder configuration(URI address) {
    return "file".equalsIgnoreCase(address.getScheme())
        ? configuration(Path.of(address))
        : set("azulejo.configuration", address.toString());
  }

  /**
   * The layers, as a JSON object. Relative paths in it start from the working directory.
   *
   * @throws IllegalArgumentException if the text does not start with <code>{</code>
   */
  public Builder configuration(String json) {
    String text = json.strip();
    if (!text.startsWith("{")) {
      throw new IllegalArgumentException(
          "A configuration in JSON starts with {. Give a Path or a URI to name a file.");
    }
    return set("azulejo.configuration", text);
  }

  /** The name or number of the network interface to listen on. */
  public Builder host(String host) {
    return set("azulejo.host", host);
  }

  /**
   * The port to listen on; 0 is any free one, which {@link Azulejo#address} tells.
   *
   * @throws IllegalArgumentException if it is not from 0 to 65535
   */
  public Builder port(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
    }
    return set("azulejo.port", String.valueOf(port));
  }

  /**
   * Has the log level that the configuration asks for told to the application, whose own log the
   * server uses: {@code debug}, {@code info}, {@code warning}, {@code error} or {@code critical}.
   */
  public Builder onLogging(Consumer<String> listener) {
    logging = listener;
    return this;
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @throws IOException if it cannot start; the message is a sentence that says why
   */
  public Azulejo start() throws IOException {
    return build(Level.SERVER).open();
  }

  /**
   * A server that has not been started; it can be closed all the same.
   *
   * @param level up to which bundles will start
   */
  Azulejo build(Level level) throws IOException {
    Home place = home.isPresent() ? Home.at(home.get()) : Home.ofJar();
    return new Azulejo(place, level, settings, logging);
  }

  private Builder set(String key, String value) {
    settings.put(key, value);
    return this;
  }
}
