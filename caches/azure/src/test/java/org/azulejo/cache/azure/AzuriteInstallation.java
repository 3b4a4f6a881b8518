package org.azulejo.cache.azure;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Has npm put Azurite into the build's own folder, once. */
final class AzuriteInstallation {
  /** The last that runs with the Node.js of Debian 12. */
  private static final String VERSION = "3.35.0";

  private static final int PATIENCE_SECONDS = 300;

  private AzuriteInstallation() {}

  /** What {@code node} is to run; the test is skipped where it cannot be had. */
  static Path program() throws Exception {
    Path folder = target().resolve("azurite-" + VERSION);
    if (!Files.exists(folder)) {
      install(folder);
    }
    return folder.resolve("node_modules/azurite/dist/src/blob/main.js");
  }

  private static Path target() throws URISyntaxException {
    return Path.of(Azurite.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getParent();
  }

  /** In a folder beside it first, for it may be broken off. */
  private static void install(Path folder) throws IOException, InterruptedException {
    Path begun = Files.createTempDirectory(folder.getParent(), "azurite-");
    try {
      Process npm =
          new ProcessBuilder(
                  "npm",
                  "install",
                  "--prefix=" + begun,
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund",
                  "--omit=optional",
                  "--prefer-offline",
                  "--fetch-retries=1",
                  "--fetch-retry-mintimeout=1000",
                  "azurite@" + VERSION)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = npm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      npm.destroyForcibly();
      Assumptions.assumeTrue(ended && npm.exitValue() == 0, "npm cannot install Azurite");
    } catch (IOException e) {
      Assumptions.abort("npm is not installed");
    }
    Files.move(begun, folder, StandardCopyOption.ATOMIC_MOVE);
  }
}
