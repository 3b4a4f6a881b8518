package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The server in Karaf, handled as the README says. */
@EnabledIf(
    value = "org.azulejo.itest.Karaf#canStart",
    disabledReason = "distribution/karaf is not built, or this Java is too new for Karaf.")
class KarafIT {
  private static final Pattern THUMBNAIL = Pattern.compile("<img src=\"\\.([^\"]+)\"");
  private static final String LAYERS =
      """
      {
        "cache": {"name": "test"},
        "layers": {
          "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}},
          "drawn": {
            "provider": {"name": "mbtiles", "tileset": "../data/world.mbtiles"},
            "pixel effect": {"name": "pixelate"}
          },
          "blurred": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "pixel effect": {"name": "blur"}
          },
          "painted": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "pixel effect": {"name": "paint"}
          }
        }
      }
      """;

  /** Takes the place of the checkout, so that the paths in the README hold. */
  @TempDir static Path folder;

  private static Readme readme;
  private static Karaf karaf;

  @BeforeAll
  static void start() throws Exception {
    readme = Readme.ofCheckout();
    karaf = Karaf.copiedTo(folder.resolve("distribution/karaf/target/azulejo-karaf"));
    new Commands(folder).run(readme.block("sh", "azulejo-karaf/bin/start"));
    karaf.awaitTiles();
  }

  @AfterAll
  static void itStops() throws Exception {
    if (karaf != null) {
      karaf.close();
    }
  }

  @Test
  void everyLayerOfTheDemonstrationServes() throws Exception {
    serve(Files.readString(Karaf.BUILT.resolve("azulejo/etc/azulejo.json")), "halftone");
    Site site = karaf.site();
    assertThat(site.get("/health").status()).isEqualTo(200);
    String page = site.get("/", "Accept", "text/html").text();
    List<String> tiles =
        THUMBNAIL.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
    assertThat(tiles).hasSizeGreaterThan(10);
    for (String tile : tiles) {
      // Its tiles come from port 8080, where the server of this test is not.
      if (!tile.startsWith("/proxied/")) {
        assertThat(site.get(tile).status()).as(tile).isEqualTo(200);
      }
    }
  }

  @Test
  void nobodyElseIsLetIn() throws Exception {
    assertThat(Karaf.BUILT.resolve("etc/users.properties"))
        .content()
        .doesNotContainPattern("(?m)^[^#\\s]");
    assertThat(Karaf.BUILT.resolve("etc/org.apache.karaf.shell.cfg"))
        .content()
        .contains("sshHost = 127.0.0.1");
  }

  @Test
  void anEffectComesAndGoesAsAFeature() throws Exception {
    serve(LAYERS, "blurred");
    Site site = karaf.site();
    try (var load = load(site)) {
      assertThat(site.get("/blurred/1/0/0.png").status()).isEqualTo(200);
      karaf.run(readme.block("karaf", "feature:uninstall"));
      assertThat(site.layers()).contains(waiting("blurred"));
      karaf.run(readme.block("karaf", "feature:install azulejo-effect-blur"));
      assertThat(site.get("/blurred/1/0/0.png").status()).isEqualTo(200);
      assertThat(load.failures()).isEmpty();
    }
  }

  @Test
  void aPluginIsDroppedUpdatedAndTakenAway() throws Exception {
    serve(LAYERS, "painted");
    Site site = karaf.site();
    try (var load = load(site)) {
      Path jar = drop(Plugin.painting("paint", "ff0000", folder));
      Eventually.that("it is used", () -> site.get("/painted/0/0/0.png").status() == 200);
      assertThat(site.get("/painted/0/0/0.png").colour()).isEqualTo("ff0000");

      updateUnderLoad(site, Plugin.painting("paint", "00ff00", folder));
      assertThat(site.get("/painted/0/0/0.png").colour()).isEqualTo("00ff00");

      Files.delete(jar);
      Eventually.that("it is waited for", () -> site.layers().contains(waiting("painted")));
      assertThat(load.failures()).isEmpty();
    }
  }

  private static void updateUnderLoad(Site site, Path plugin) throws Exception {
    try (var load = new Load()) {
      load.client(site, "/painted/1/0/0.png", reply -> reply.status() == 200);
      karaf.run("bundle:update itest.paint " + plugin.toUri());
      assertThat(load.failures()).isEmpty();
    }
  }

  @Test
  void karafsOwnWebServerLivesBesideOurs() throws Exception {
    serve(LAYERS, "drawn");
    Site site = karaf.site();
    try (var load = load(site)) {
      karaf.run("feature:install http");
      Eventually.that("it answers", () -> answers(karaf.http()));
      long before = load.count("/drawn/2/2/1.png");
      Eventually.that("ours does, too", () -> load.count("/drawn/2/2/1.png") > before + 20);
      assertThat(load.failures()).isEmpty();
    }
  }

  @Test
  void thePortChangesWithTheSettings() throws Exception {
    serve(LAYERS, "plain");
    Site before = karaf.site();
    Path file = karaf.folder().resolve("etc/org.azulejo.cfg");
    String text = Files.readString(file);
    String port = Integer.toString(Karaf.freePorts(1).get(0));

    karaf.run(readme.block("karaf", "config:update").replace("8081", port));
    Eventually.that("it moves", () -> !answers(before) && answers(karaf.site()));
    assertThat(Files.readString(file)).contains("${azulejo.home}", "port = " + port);
    Site after = karaf.site();
    assertThat(after.get("/plain/0/0/0.png").status()).isEqualTo(200);

    Files.writeString(file, text);
    Eventually.that("it moves again", () -> !answers(after) && answers(karaf.site()));
  }

  @Test
  void anyKarafServesWithTheArchive() throws Exception {
    Path archives = folder.resolve("distribution/karaf/target");
    Home.copy(Karaf.BUILT.getParent(), archives, path -> path.toString().isEmpty());
    Files.writeString(folder.resolve("layers.json"), LAYERS);
    Path elsewhere = folder.resolve("elsewhere");
    try (var other = Karaf.withoutAzulejo(elsewhere)) {
      other.start();
      var commands = new Commands(folder, Map.of("KARAF", elsewhere.toString()));
      commands.run(readme.block("sh", "$KARAF/deploy"));
      other.awaitTiles();
      Site site = other.site();
      Eventually.that("it is complete", () -> !site.layers().contains(waiting("blurred")));
      assertThat(site.get("/blurred/1/0/0.png").status()).isEqualTo(200);
      assertThat(elsewhere.resolve("etc/org.azulejo.cfg"))
          .content()
          .contains("${karaf.base}/azulejo/etc/azulejo.json", "port = 8080");
      other.run(readme.block("karaf", "feature:repo-add"));
      other.run(readme.block("karaf", "feature:uninstall"));
      assertThat(site.layers()).contains(waiting("blurred"));
      assertThat(site.get("/plain/1/0/0.png").status()).isEqualTo(200);
    }
  }

  private static void serve(String json, String layer) throws Exception {
    Path file = karaf.folder().resolve("azulejo/etc/azulejo.json");
    Path fresh = Files.writeString(file.resolveSibling("fresh"), json);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Eventually.that("it is read", () -> karaf.site().get("/" + layer + ".json").status() == 200);
  }

  private static Path drop(Path plugin) throws IOException {
    Path jar = karaf.folder().resolve("deploy/paint.jar");
    return Files.move(plugin, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String waiting(String layer) {
    return "\"name\":\"%s\",\"state\":\"waiting\"".formatted(layer);
  }

  private static boolean answers(Site site) throws InterruptedException {
    try {
      return site.get("/").status() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** On layers that nothing happens to. */
  private static Load load(Site site) {
    return new Load()
        .client(site, "/plain/3/1/2.png", reply -> reply.status() == 200)
        .client(site, "/drawn/2/2/1.png", reply -> reply.status() == 200);
  }
}
