package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells operators to do, done as it says. */
class ReadmeOperationsIT {
  private static final Pattern KEY = Pattern.compile("\\{\"name\":\"([^\"]+)\",\"type\"");

  private static final Pattern HTTPS = Pattern.compile("https://127.0.0.1:\\d+/");

  private static final String PAINTED =
      """
      {"layers": {
        "painted": {
          "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
          "pixel effect": {"name": "sepia"}
        }
      }}
      """;

  /** Takes the place of the checkout, so that the paths in the README hold. */
  @TempDir Path folder;

  private Readme readme;
  private Home home;

  @BeforeEach
  void layTheServerOutAsItIsBuilt() throws Exception {
    readme = Readme.ofCheckout();
    home = Home.copiedTo(folder.resolve("distribution/standalone/target/azulejo"));
  }

  private String run(String commands) throws Exception {
    return new Commands(folder).run(commands);
  }

  /** The commands, for the port at which this server happens to be. */
  private String run(Server server, String words) throws Exception {
    String commands = readme.block("sh", words);
    return run(commands.replace("http://127.0.0.1:8080/", server.address().toString()));
  }

  @Test
  void scriptsAskTheConsoleWithTheToken() throws Exception {
    try (var server = Server.start(home, home.configuration(PAINTED))) {
      assertThat(run(server, "admin/api/layers")).contains("\"painted\"", "waiting");
    }
  }

  @Test
  void everyKeyOfAPluginIsExplained() throws Exception {
    try (var server = Server.start(home, home.configuration(PAINTED))) {
      String token = Files.readString(home.folder().resolve("etc/admin.token")).strip();
      Reply plugins = server.get("/admin/api/plugins", "Authorization", "Bearer " + token);
      List<String> keys =
          KEY.matcher(plugins.text()).results().map(found -> found.group(1)).toList();
      assertThat(keys).contains("tileset", "radius", "url", "umask", "opacity");
      assertThat(keys).allMatch(key -> readme.text().contains("`" + key + "`"));
    }
  }

  @Test
  void theShellReadsCommands() throws Exception {
    String said = run("{ " + readme.block("sh", "--shell") + "}");
    assertThat(said).contains("blackwhite", "org.azulejo.cache.disk");
  }

  @Test
  void aTileIsFetched() throws Exception {
    try (var server = Server.start(home, home.folder().resolve("etc/azulejo.json"))) {
      run(server, "curl -o tile.png");
      assertThat(folder.resolve("tile.png")).isNotEmptyFile();
      assertThat(ImageIO.read(folder.resolve("tile.png").toFile()).getWidth()).isEqualTo(256);
    }
  }

  @Test
  void theKeyThatIsMadeIsGoodForHttps() throws Exception {
    run(readme.block("sh", "keytool"));
    Path settings = home.folder().resolve("etc/org.azulejo.cfg");
    String text = Files.readString(settings).replace("# tls.", "tls.");
    Files.writeString(settings, text.replace("tls.port = 8443", "tls.port = 0"));
    Map<String, String> password = Map.of("AZULEJO_TLS_PASSWORD", "changeit");
    try (var server = Server.start(home, home.configuration(PAINTED), password)) {
      Matcher https = HTTPS.matcher(server.log());
      assertThat(https.find()).isTrue();
      assertThat(run("curl -fsSk " + https.group() + "layers")).contains("\"painted\"");
    }
  }

  @Test
  void aPinnedJarIsInstalled() throws Exception {
    Path settings = home.folder().resolve("etc/org.azulejo.cfg");
    Files.writeString(settings, Files.readString(settings).replace("# trust.pins", "trust.pins"));
    Path jar = folder.resolve("sepia/target/com.example.sepia-1.jar");
    Files.createDirectories(jar.getParent());
    Files.copy(Plugin.painting("sepia", "ff0000", folder), jar);
    try (var server = Server.start(home, home.configuration(PAINTED))) {
      run(server, "sha256sum");
      Eventually.that("it serves", () -> server.get("/painted/0/0/0.png").status() == 200);
      assertThat(home.deploy().resolve("itest.sepia.jar")).exists();
    }
  }

  @Test
  void aJarOfTheRepositoryIsInstalled() throws Exception {
    assertThat(readme.text()).contains("`admin.plugin.repository = https://");
    Path jar =
        folder.resolve("releases/com/example/com.example.sepia/1.0.0/com.example.sepia-1.0.0.jar");
    Files.createDirectories(jar.getParent());
    Files.copy(Plugin.painting("sepia", "ff0000", folder), jar);
    home.setting("admin.plugin.repository = " + folder.resolve("releases").toUri());
    home.setting("trust.pins = " + home.pins());
    home.pin(jar);
    try (var server = Server.start(home, home.configuration(PAINTED))) {
      run(server, "coordinates");
      Eventually.that("it serves", () -> server.get("/painted/0/0/0.png").status() == 200);
      assertThat(home.deploy().resolve("itest.sepia.jar")).exists();
    }
  }

  @Test
  void aSignedAddressIsLetIn() throws Exception {
    String layers = readme.block("json", "signing key");
    String signing = readme.block("sh", "openssl");
    try (var server = Server.start(home, home.configuration(layers))) {
      assertThat(server.get("/world/0/0/0.png").status()).isEqualTo(401);
      String[] said = run(signing + "echo \" $expires\"\n").strip().split("\\s+");
      String query = "?expires=" + said[1] + "&signature=" + said[0];
      assertThat(server.get("/world/0/0/0.png" + query).status()).isEqualTo(200);
      assertThat(server.get("/world/0/0/0.png?key=foo").status()).isEqualTo(200);
    }
  }
}
