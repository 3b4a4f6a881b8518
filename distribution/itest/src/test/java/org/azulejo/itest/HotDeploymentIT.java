package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins come and go while the server runs. */
class HotDeploymentIT {
  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "disk", "path": "../cache"},
        "layers": {
          "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}},
          "painted": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "pixel effect": {"name": "paint"}
          }
        }
      }
      """;

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void copyTheServer() throws Exception {
    home = Home.copiedTo(folder.resolve("azulejo"));
  }

  @Test
  void aPluginIsUsedWhenItIsDroppedAndWaitedForWhenItIsTakenAway() throws Exception {
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      assertThat(server.layers()).contains("waiting", "pixel effect \\\"paint\\\"");
      assertThat(server.get("/plain/0/0/0.png").colour()).isEqualTo("123456");

      Path jar = home.drop(Plugin.painting("paint", "ff0000", folder), "paint.jar");
      Eventually.that("the layer serves", () -> server.get("/painted/0/0/0.png").status() == 200);
      assertThat(server.get("/painted/0/0/0.png").colour()).isEqualTo("ff0000");

      Files.delete(jar);
      Eventually.that("the layer waits", () -> server.layers().contains("waiting"));
      assertThat(server.get("/painted/0/0/0.png").colour()).isEqualTo("ff0000");
      Reply refused = server.get("/painted/1/0/0.png");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text()).contains("pixel effect \"paint\"");
      assertThat(refused.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void aPluginThatLiesThereAtTheStartIsUsedFromTheFirstRequestOn() throws Exception {
    home.drop(Plugin.painting("paint", "00ff00", folder), "paint.jar");
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      assertThat(server.layers()).doesNotContain("waiting");
      assertThat(server.get("/painted/0/0/0.png").colour()).isEqualTo("00ff00");
    }
  }

  @Test
  void aBrokenOrHalfCopiedJarHarmsNothing() throws Exception {
    byte[] whole = Files.readAllBytes(Plugin.painting("paint", "0000ff", folder));
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      Files.writeString(home.deploy().resolve("rubbish.jar"), "This is no jar at all.");
      Path half = home.deploy().resolve("paint.jar");
      Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
      Eventually.that("rubbish is refused", () -> server.log().contains("rubbish.jar"));
      Eventually.that("half a jar is refused", () -> server.log().contains("paint.jar"));
      assertThat(server.get("/plain/1/0/0.png").status()).isEqualTo(200);

      Path rest = Files.write(folder.resolve("whole.jar"), whole);
      Files.move(rest, half, StandardCopyOption.REPLACE_EXISTING);
      Eventually.that("the layer serves", () -> server.get("/painted/0/0/0.png").status() == 200);
    }
  }

  @Test
  void aDeployFolderMayBeALinkToAnother() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.delete(home.deploy().resolve("README.txt"));
    Files.delete(home.deploy());
    Files.createSymbolicLink(home.deploy(), elsewhere);
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      Files.writeString(elsewhere.resolve("rubbish.jar"), "This is no jar at all.");
      Eventually.that("rubbish is refused", () -> server.log().contains("rubbish.jar is refused"));
      home.drop(Plugin.painting("paint", "ff0000", folder), "paint.jar");
      Eventually.that("the layer serves", () -> server.get("/painted/0/0/0.png").status() == 200);
      assertThat(server.log()).contains("paint.jar is in use");
    }
  }

  @Test
  void anUpdateThatCannotBeReadLeavesTheOldOneServing() throws Exception {
    Path jar = home.drop(Plugin.painting("paint", "ff0000", folder), "paint.jar");
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      Files.writeString(jar, "The disk was full.");
      Eventually.that("it is refused", () -> server.log().contains("paint.jar"));
      assertThat(server.get("/painted/2/0/0.png").colour()).isEqualTo("ff0000");
    }
  }

  @Test
  void aPluginThatLacksALibraryIsUsedOnceThatIsThereToo() throws Exception {
    var needy = Map.of("Require-Bundle", "itest.library");
    Path library = Plugin.painting("library", "000000", folder);
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      home.drop(Plugin.painting("paint", "ff0000", folder, needy), "paint.jar");
      Eventually.that("it is refused", () -> server.log().contains("paint.jar is refused"));
      Path jar = home.drop(library, "library.jar");
      Eventually.that("the layer serves", () -> server.get("/painted/0/0/0.png").status() == 200);

      Files.delete(jar);
      Eventually.that("the layer waits", () -> server.layers().contains("waiting"));
      home.drop(library, "library.jar");
      Eventually.that("it serves again", () -> server.get("/painted/1/0/0.png").status() == 200);
    }
  }

  @Test
  void aGoodConfigurationIsTakenAndABadOneChangesNothing() throws Exception {
    Path configuration = home.configuration(CONFIGURATION);
    try (var server = Server.start(home, configuration)) {
      home.configuration(CONFIGURATION.replace("\"plain\"", "\"fresh\""));
      Eventually.that("it is taken", () -> server.get("/fresh/0/0/0.png").status() == 200);
      assertThat(server.get("/plain/0/0/0.png").status()).isEqualTo(404);

      home.configuration("{ \"layers\": oops }");
      Eventually.that("it is shown", () -> server.layers().contains("\"problem\""));
      assertThat(server.get("/fresh/0/0/0.png").status()).isEqualTo(200);

      home.configuration(CONFIGURATION);
      Eventually.that("it is mended", () -> server.get("/plain/0/0/0.png").status() == 200);
      assertThat(server.layers()).doesNotContain("\"problem\"");
    }
  }
}
