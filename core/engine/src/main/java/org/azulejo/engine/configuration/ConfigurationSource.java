package org.azulejo.engine.configuration;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import org.azulejo.api.ConfigurationException;

/**
 * Where the configuration is: a file, a server's document, or the text itself. What is wrong with
 * it is told to clients, too, so sentences name the file alone, and not the way to it.
 */
public sealed interface ConfigurationSource {
  /**
   * @param setting a path, a file, http or https address, or a JSON object as text
   */
  static ConfigurationSource of(String setting) {
    String text = setting.strip();
    if (text.startsWith("{")) {
      return new Text(text);
    }
    try {
      Base here = Base.of(Path.of(""));
      return text.matches("(?i)https?:.*")
          ? new Document(here.location(text))
          : new LocalFile(here.path(text));
    } catch (IllegalArgumentException e) {
      return new Nowhere("The configuration \"%s\" %s.".formatted(text, e.getMessage()));
    }
  }

  /** Reads it anew. */
  Configuration read(ConfigurationReader reader);

  /** Where relative references start from. */
  Base base();

  /** Changes when it may be worth reading again. */
  Object stamp();

  /** How often to look. */
  Duration interval();

  /** A file; relative references start from the folder in which it really lies. */
  record LocalFile(Path file) implements ConfigurationSource {
    @Override
    public Configuration read(ConfigurationReader reader) {
      try {
        byte[] json = bytes();
        return reader.read(json, base());
      } catch (IOException e) {
        throw UnreadableException.of(name(), e);
      } catch (ConfigurationException e) {
        throw new ConfigurationException("%s: %s".formatted(name(), e.getMessage()), e);
      }
    }

    /** The name without the way to it. */
    public Path name() {
      return Objects.requireNonNullElse(file.getFileName(), file);
    }

    /**
     * What is in it.
     *
     * @throws IOException with a sentence that does not say where it lies
     */
    public byte[] bytes() throws IOException {
      return Fetch.bytes(file.toUri());
    }

    @Override
    public Base base() {
      try {
        return Base.around(file.toRealPath().toUri());
      } catch (IOException e) {
        return Base.around(file.toUri());
      }
    }

    @Override
    public Object stamp() {
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
            attributes.lastModifiedTime(),
            attributes.size(),
            Objects.toString(attributes.fileKey()));
      } catch (IOException e) {
        return "absent";
      }
    }

    @Override
    public Duration interval() {
      return Duration.ofMillis(200);
    }

    private record Stamp(Object modified, long size, String fileKey) {}
  }

  /** A document on a server; relative references start from where it lies. */
  record Document(URI location) implements ConfigurationSource {
    @Override
    public Configuration read(ConfigurationReader reader) {
      try {
        return reader.read(Fetch.bytes(location), base());
      } catch (IOException e) {
        throw UnreadableException.of(name(), e);
      } catch (ConfigurationException e) {
        throw new ConfigurationException("%s: %s".formatted(name(), e.getMessage()), e);
      }
    }

    @Override
    public Base base() {
      return Base.around(location);
    }

    private String name() {
      String path = location.getPath();
      return path.endsWith("/") || path.isEmpty()
          ? "document"
          : path.substring(path.lastIndexOf('/') + 1);
    }

    /** The whole text: servers cannot be trusted to say when a document changed. */
    @Override
    public Object stamp() {
      try {
        return ByteBuffer.wrap(Fetch.bytes(location));
      } catch (IOException e) {
        return "absent";
      }
    }

    @Override
    public Duration interval() {
      return Duration.ofSeconds(10);
    }
  }

  /** The text itself; relative references start from the working folder. */
  record Text(String json) implements ConfigurationSource {
    @Override
    public Configuration read(ConfigurationReader reader) {
      return reader.read(json.getBytes(StandardCharsets.UTF_8), base());
    }

    @Override
    public Base base() {
      return Base.of(Path.of(""));
    }

    @Override
    public Object stamp() {
      return json;
    }

    @Override
    public Duration interval() {
      return Duration.ofDays(1);
    }
  }

  /** A setting that leads nowhere. */
  record Nowhere(String sentence) implements ConfigurationSource {
    @Override
    public Configuration read(ConfigurationReader reader) {
      throw new ConfigurationException(sentence);
    }

    @Override
    public Base base() {
      return Base.of(Path.of(""));
    }

    @Override
    public Object stamp() {
      return sentence;
    }

    @Override
    public Duration interval() {
      return Duration.ofDays(1);
    }
  }
}
