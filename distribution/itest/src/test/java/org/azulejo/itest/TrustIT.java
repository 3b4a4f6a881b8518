package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
  private Path keys;

  @BeforeEach
  void trustTwoWays() throws Exception {
    home = Home.copiedTo(folder.resolve("azulejo"));
    Path settings = home.folder().resolve("etc/org.azulejo.cfg");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("trust.deploy = any", "trust.deploy = vouched")
            .replace("# trust.store", "trust.store")
            .replace(
                "# trust.password = ${env:AZULEJO_TRUST_PASSWORD}",
                "trust.password = word-of-trust")
            .replace("# trust.pins", "trust.pins"));
    Files.writeString(pins(), "");
    keys = folder.resolve("keys.p12");
    keytool(keys, "-genkeypair", "-alias", "maker", "-keyalg", "EC", "-dname", "CN=Maker");
    Path certificate = folder.resolve("maker.cer");
    keytool(keys, "-exportcert", "-alias", "maker", "-file", certificate.toString());
    Path store = home.folder().resolve("etc/trust.p12");
    keytool(store, "-importcert", "-noprompt", "-alias", "maker", "-file", certificate.toString());
  }

  @Test
  void aJarThatNobodyVouchesForIsRefusedUntilItIsPinned() throws Exception {
    Path jar = Plugin.painting("paint", "ff0000", folder);
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      home.drop(jar, "paint.jar");
      Eventually.that("it is refused", () -> server.log().contains("nobody vouches for it"));
      assertThat(server.layers()).contains("waiting");

      Files.writeString(pins(), digest(jar) + "  paint.jar, looked at\n");
      Files.delete(home.deploy().resolve("paint.jar"));
      home.drop(jar, "paint-again.jar");
      Eventually.that("it serves", () -> server.get("/painted/0/0/0.png").status() == 200);
    }
  }

  @Test
  void aJarThatIsSignedIsUsedAndOneThatWasTamperedWithIsNot() throws Exception {
    Path jar = Plugin.painting("paint", "ff0000", folder);
    run(
        "jarsigner",
        "-keystore",
        keys.toString(),
        "-storepass",
        "word-of-trust",
        jar.toString(),
        "maker");
    Path tampered = withOneByteChanged(jar);
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
    Path strange = folder.resolve("strange.p12");
    keytool(strange, "-genkeypair", "-alias", "maker", "-keyalg", "EC", "-dname", "CN=Maker");
    Path jar = Plugin.painting("paint", "ff0000", folder);
    run(
        "jarsigner",
        "-keystore",
        strange.toString(),
        "-storepass",
        "word-of-trust",
        jar.toString(),
        "maker");
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

  private Path withOneByteChanged(Path jar) throws IOException {
    Path changed = folder.resolve("changed.jar");
    try (var in = new ZipInputStream(Files.newInputStream(jar));
        var out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (entry.getName().endsWith("Painter.class")) {
          bytes[bytes.length - 1] ^= 1;
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
      }
    }
    return changed;
  }

  private Path pins() {
    return home.folder().resolve("etc/trust.pins");
  }

  private static String digest(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  private void keytool(Path store, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("keytool"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", "word-of-trust"));
    command.addAll(List.of("-keystore", store.toString()));
    run(command.toArray(String[]::new));
  }

  private void run(String tool, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(tool));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private void run(String[] command) throws Exception {
    command[0] = Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }
}
