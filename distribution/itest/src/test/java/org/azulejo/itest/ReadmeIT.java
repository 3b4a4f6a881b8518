package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises, done as it says. */
class ReadmeIT {
  private static final Pattern THUMBNAIL = Pattern.compile("<img src=\"\\.([^\"]+)\"");
  private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
  private static final Pattern WARNINGS = Pattern.compile("\"warnings\":\\[([^\\]]*)\\]");
  private static final Pattern TAKEN = Pattern.compile("(Serving) \\d+ layers");
  private static final String NO_CACHE =
      "\"There is no cache: every tile is drawn each time it is asked for.\"";
  private static final String SEPIA =
      """
      {"layers": {
        "world": {"provider": {"name": "mbtiles", "tileset": "../data/world.mbtiles"}},
        "old": {
          "provider": {"name": "mbtiles", "tileset": "../data/world.mbtiles"},
          "pixel effect": {"name": "sepia", "strength": 0.8}
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

  @Test
  void everyLayerOfTheDemonstrationServes() throws Exception {
    try (var server = Server.start(home, home.folder().resolve("etc/azulejo.json"))) {
      String page = server.get("/", "Accept", "text/html").text();
      List<String> tiles = all(THUMBNAIL, page);
      assertThat(all(STATE, server.layers())).hasSameSizeAs(tiles).containsOnly("active");
      for (String tile : tiles) {
        // Its tiles come from port 8080, where the server of this test is not.
        if (!tile.startsWith("/proxied/")) {
          assertThat(server.get(tile).status()).as(tile).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void everyExampleOfAConfigurationCanBeLoaded() throws Exception {
    List<String> examples = readme.blocks("json");
    try (var server = Server.start(home, home.configuration("{}"))) {
      for (int i = 0; i < examples.size(); i++) {
        int before = i + 1;
        home.configuration(examples.get(i));
        Eventually.that("it is read", () -> all(TAKEN, server.log()).size() > before);
        String layers = server.layers();
        assertThat(all(STATE, layers)).as(examples.get(i)).isNotEmpty().containsOnly("active");
        assertThat(all(WARNINGS, layers)).as(examples.get(i)).isSubsetOf("", NO_CACHE);
      }
    }
  }

  @Test
  void theEffectThatItShowsComesAndGoes() throws Exception {
    try (var repository = ShadowRepository.at(folder.resolve("repository"));
        var server = Server.start(home, home.configuration(SEPIA))) {
      writePlugin(repository);
      assertThat(all(STATE, server.layers())).containsExactly("active", "waiting");
      new Commands(folder).run(readme.block("sh", "mvn -q -B -ntp -f sepia/pom.xml package"));
      Eventually.that("it serves", () -> server.get("/old/2/2/1.png").status() == 200);
      assertIsToned(server.get("/old/2/2/1.png").colour(), server.get("/world/2/2/1.png").colour());

      Files.delete(home.deploy().resolve("com.example.sepia-0.1.0-SNAPSHOT.jar"));
      Eventually.that("it waits", () -> server.layers().contains("waiting"));
      assertThat(server.get("/old/2/2/1.png").status()).isEqualTo(503);
    }
  }

  @Test
  void theApplicationThatItShowsServes() throws Exception {
    String source = readme.block("java", "class Embedded");
    Files.writeString(folder.resolve("Embedded.java"), source);
    String command = readme.block("sh", "Embedded.java");
    assertThat(new Commands(folder).run(command)).contains("There are tiles at http://127.0.0.1:");
  }

  /** Built offline, against the artifacts of this build. */
  private void writePlugin(ShadowRepository repository) throws IOException {
    write(".mvn/maven.config", "-o\n-Dmaven.repo.local=" + repository.folder() + "\n");
    write("sepia/pom.xml", readme.block("xml", "com.example.sepia"));
    write(
        "sepia/src/main/java/com/example/sepia/SepiaFactory.java",
        readme.block("java", "class SepiaFactory"));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Old photographs have more red than blue, however blue the world is. */
  private static void assertIsToned(String old, String world) {
    assertThat(old).isNotEqualTo(world);
    assertThat(old.substring(0, 2)).isGreaterThan(old.substring(4));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
