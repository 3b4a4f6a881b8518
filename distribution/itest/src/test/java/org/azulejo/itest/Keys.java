package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The key of somebody who signs plug-ins. */
record Keys(Path store) {
  private static final String PASSWORD = "word-of-trust";

  static Keys madeIn(Path store) throws Exception {
    var keys = new Keys(store);
    keytool(store, "-genkeypair", "-alias", "maker", "-keyalg", "EC", "-dname", "CN=Maker");
    return keys;
  }

  /** Has the server believe this key, and whoever writes to {@code etc/trust.pins}. */
  void trustedBy(Home home) throws Exception {
    Path settings = home.folder().resolve("etc/org.azulejo.cfg");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("trust.deploy = any", "trust.deploy = vouched")
            .replace("# trust.store", "trust.store")
            .replace(
                "# trust.password = ${env:AZULEJO_TRUST_PASSWORD}", "trust.password = " + PASSWORD)
            .replace("# trust.pins", "trust.pins"));
    Files.writeString(home.pins(), "");
    Path certificate = store.resolveSibling("maker.cer");
    keytool(store, "-exportcert", "-alias", "maker", "-file", certificate.toString());
    Path trusted = home.folder().resolve("etc/trust.p12");
    keytool(
        trusted, "-importcert", "-noprompt", "-alias", "maker", "-file", certificate.toString());
  }

  /** The same jar, signed. */
  Path sign(Path jar) throws Exception {
    run(
        "jarsigner",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD,
        jar.toString(),
        "maker");
    return jar;
  }

  /** A copy of a jar with one byte of its classes changed. */
  static Path tamperedWith(Path jar) throws IOException {
    Path changed = jar.resolveSibling("changed-" + jar.getFileName());
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

  private static void keytool(Path store, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("keytool"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", store.toString()));
    run(command.toArray(String[]::new));
  }

  private static void run(String... command) throws Exception {
    command[0] = Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }
}
