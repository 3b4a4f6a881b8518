package org.azulejo.engine.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.azulejo.api.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationSourceTest {
  private final ConfigurationReader reader = new ConfigurationReader();
  @TempDir private Path folder;
  private HttpServer server;
  private volatile String document = "{\"layers\": {\"osm\": {}}}";
  private volatile int status = 200;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = document.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private URI address(String path) {
    var local = server.getAddress();
    return URI.create("http://" + local.getHostString() + ":" + local.getPort() + path);
  }

  @Test
  void textIsReadAsItStandsAndItsPathsStartFromTheWorkingFolder() {
    var source = ConfigurationSource.of("  {\"layers\": {\"osm\": {}}} ");
    Configuration configuration = source.read(reader);
    assertThat(configuration.layers()).containsOnlyKeys("osm");
    assertThat(configuration.base().path("tiles")).isEqualTo(Path.of("tiles").toAbsolutePath());
    assertThat(source.stamp()).isEqualTo(source.stamp());
  }

  @Test
  void pathsInAFileStartFromTheFolderInWhichItReallyLies() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path file = Files.writeString(real.resolve("a.json"), "{}");
    Path link = folder.resolve("link.json");
    try {
      Files.createSymbolicLink(link, file);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("There are no symbolic links here.");
    }
    for (Path path : new Path[] {file, link}) {
      Base base = ConfigurationSource.of(path.toString()).read(reader).base();
      assertThat(base).isEqualTo(Base.of(real.toRealPath()));
    }
    assertThat(ConfigurationSource.of(file.toUri().toString()).read(reader).layers()).isEmpty();
  }

  @Test
  void aFolderIsNoConfiguration() {
    assertThatThrownBy(() -> ConfigurationSource.of(folder.toString()).read(reader))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration %s cannot be read: It is a folder.".formatted(folder.getFileName()));
  }

  /** For clients are told, too. */
  @Test
  void whatIsWrongWithAFileDoesNotSayWhereItLies() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{ oops");
    Path within = file.resolve("b.json");

    assertThatThrownBy(() -> ConfigurationSource.of(file.toString()).read(reader))
        .hasMessageStartingWith("a.json: line 1");
    assertThatThrownBy(() -> ConfigurationSource.of(within.toString()).read(reader))
        .hasMessageStartingWith("The configuration b.json cannot be read: ")
        .hasMessageNotContaining(folder.toString());
  }

  @Test
  void whatIsTooLargeIsNotTriedAgainAndWhatIsNotThereIs() throws IOException {
    Path large = folder.resolve("large.json");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((64 << 20) + 1);
    }
    assertThatThrownBy(() -> ConfigurationSource.of(large.toString()).read(reader))
        .isExactlyInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration large.json cannot be read: It is larger than 67108864 bytes.");
    assertThatThrownBy(() -> ConfigurationSource.of(large + ".not").read(reader))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void aDocumentIsReadFromItsServerAndItsPathsStartThere() {
    Configuration configuration =
        ConfigurationSource.of(address("/maps/a.json").toString()).read(reader);
    assertThat(configuration.layers()).containsOnlyKeys("osm");
    assertThat(configuration.base().location("x.xml")).isEqualTo(address("/maps/x.xml"));
  }

  @Test
  void anotherStatusThan200IsAnError() {
    status = 403;
    URI address = address("/a.json");
    assertThatThrownBy(() -> ConfigurationSource.of(address.toString()).read(reader))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("The configuration a.json cannot be read: The server answered 403.");
  }

  @Test
  void theStampOfADocumentChangesWithItsTextAlone() {
    var source = ConfigurationSource.of(address("/a.json").toString());
    Object stamp = source.stamp();
    assertThat(source.stamp()).isEqualTo(stamp);
    document = "{}";
    assertThat(source.stamp()).isNotEqualTo(stamp);
    status = 500;
    assertThat(source.stamp()).isNotEqualTo(stamp).isEqualTo(source.stamp());
  }

  @Test
  void aSettingThatCannotBeIsSaid() {
    assertThatThrownBy(() -> ConfigurationSource.of("ftp://example.org/x").read(reader))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration \"ftp://example.org/x\" must be a local path or start with"
                + " \"file://\", not with \"ftp:\".");
    assertThatThrownBy(() -> ConfigurationSource.of("http://example.org/a b|").read(reader))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "The configuration \"http://example.org/a b|\" is not an address: ");
  }
}
