package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only plug-ins that somebody vouches for are used, where the settings ask for it. */
class TrustIT {
  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "test"},
        "layers": {
          "painted": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "pixel effect": {"name": "paint"}
          },
          "grey": {
            "provider": {"name": "sandwich", "stack": [{"color": "#ff0000"}]},
            "pixel effect": {"name": "greyscale"}
          }
        }
      }
      """;

  @TempDir Path folder;
  private Home home;
  private Keys keys;

  @BeforeEach
  void trustTwoWays() throws Exception {
    home = Home.copiedTo(folder.resolve("azulejo"));
    keys = Keys.madeIn(folder.resolve("keys.p12"));
    keys.trustedBy(home);
  }

  @Test
  void aJarThatNobodyVouchesForIsRefusedUntilItIsPinned() throws Exception {
    Path jar = Plugin.painting("paint", "ff0000", folder);
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      home.drop(jar, "paint.jar");
      Eventually.that("it is refused", () -> server.log().contains("nobody vouches for it"));
      assertThat(server.layers()).contains("waiting");

      home.pin(jar);
      Files.delete(home.deploy().resolve("paint.jar"));
      home.drop(jar, "paint-again.jar");
      Eventually.that("it serves", () -> server.get("/painted/0/0/0.png").status() == 200);
    }
  }

  @Test
  void aJarThatIsSignedIsUsedAndOneThatWasTamperedWithIsNot() throws Exception {
    Path jar = keys.sign(Plugin.painting("paint", "ff0000", folder));
    Path tampered = Keys.tamperedWith(jar);
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      home.drop(tampered, "tampered.jar");
      Eventually.that("it is refused", () -> server.log().contains("tampered.jar is refused"));
      assertThat(server.layers()).contains("waiting");

      home.drop(jar, "paint.jar");
      Eventually.that("it serves", () -> server.get("/painted/0/0/0.png").status() == 200);
    }
  }

  @Test
  void aJarThatIsSignedByAStrangerIsRefused() throws Exception {
    Keys strange = Keys.madeIn(folder.resolve("strange.p12"));
    Path jar = strange.sign(Plugin.painting("paint", "ff0000", folder));
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      home.drop(jar, "paint.jar");
      Eventually.that("it is refused", () -> server.log().contains("nobody vouches for it"));
    }
  }

  @Test
  void whatIsNoPluginForThisServerIsRefusedBeforeAnythingIsTouched() throws Exception {
    Path settings = home.folder().resolve("etc/org.azulejo.cfg");
    Files.writeString(settings, Files.readString(settings).replace("= vouched", "= any"));
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      drop("future.jar", "com.example.future", "org.azulejo.api;version=\"[99,100)\"", List.of());
      drop("engine.jar", "org.azulejo.engine", "", List.of());
      drop("slip.jar", "com.example.slip", "", List.of("../../etc/passwd"));
      drop("bomb.jar", "com.example.bomb", "", List.of("META-INF/bomb"));
      for (String jar : List.of("future", "engine", "slip", "bomb")) {
        Eventually.that(jar + " is refused", () -> server.log().contains(jar + ".jar is refused"));
      }
      assertThat(server.log()).contains("was made for version [99", "a part of the server itself");
      assertThat(server.get("/grey/0/0/0.png").status()).isEqualTo(200);
    }
  }

  /** A jar that says little of itself; an entry called bomb unpacks to a lot. */
  private void drop(String name, String symbolicName, String imports, List<String> entries)
      throws IOException {
    Path jar = folder.resolve(name);
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      String manifest =
          "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: %s\n"
              .formatted(symbolicName);
      out.write(manifest.getBytes());
      out.write((imports.isEmpty() ? "" : "Import-Package: " + imports + "\n").getBytes());
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(new byte[entry.endsWith("bomb") ? 64 << 20 : 1]);
      }
    }
    home.drop(jar, name);
  }
}
