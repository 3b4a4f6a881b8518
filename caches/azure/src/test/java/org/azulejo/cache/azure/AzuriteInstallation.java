package org.azulejo.cache.azure;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** Has npm put Azurite into the build's own folder, once. */
final class AzuriteInstallation {
  /** For {@code @EnabledIf}, which tells of the tests that are skipped. */
  static final String IS_THERE = "org.azulejo.cache.azure.AzuriteInstallation#isThere";

  static final String IS_MISSING =
      "Azurite cannot be installed: it needs Node.js, npm and its registry";

  /** The last that runs with the Node.js of Debian 12. */
  private static final String VERSION = "3.35.0";

  private static final int PATIENCE_SECONDS = 300;

  private AzuriteInstallation() {}

  /** Whether it is installed, if need be now. */
  static boolean isThere() throws Exception {
    Path folder = folder();
    return Files.exists(folder) || isInstalled(folder);
  }

  /** What {@code node} is to run. */
  static Path program() throws URISyntaxException {
    return folder().resolve("node_modules/azurite/dist/src/blob/main.js");
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(Azurite.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .resolveSibling("azurite-" + VERSION);
  }

  /** In a folder beside it first, for it may be broken off. */
  private static boolean isInstalled(Path folder) throws IOException, InterruptedException {
    Path begun = Files.createTempDirectory(folder.getParent(), "azurite-");
    if (!isRun(npm(begun))) {
      return false;
    }
    Files.move(begun, folder, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static ProcessBuilder npm(Path folder) {
    return new ProcessBuilder(
        "npm",
        "install",
        "--prefix=" + folder,
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--omit=optional",
        "--prefer-offline",
        "--fetch-retries=1",
        "--fetch-retry-mintimeout=1000",
        "azurite@" + VERSION);
  }

  private static boolean isRun(ProcessBuilder command) throws InterruptedException {
    try {
      Process process =
          command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      boolean hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      return hasEnded && process.exitValue() == 0;
    } catch (IOException e) {
      // There is no such program.
      return false;
    }
  }
}
