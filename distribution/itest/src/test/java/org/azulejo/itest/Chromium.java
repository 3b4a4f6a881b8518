package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A browser without a window.
 *
 * @param folder for what it keeps
 */
record Chromium(Path folder) {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  /** Ends the test if there is none on this machine. */
  static Chromium in(Path folder) {
    assumeTrue(Files.isExecutable(PROGRAM), "Chromium is not here");
    return new Chromium(folder);
  }

  /** A page after its scripts have run. */
  String dom(URI address) throws Exception {
    var command = new ArrayList<>(List.of(PROGRAM.toString(), "--headless", "--no-sandbox"));
    command.addAll(List.of("--disable-gpu", "--disable-quic", "--no-first-run"));
    command.addAll(List.of("--disable-background-networking", "--disable-component-update"));
    command.addAll(List.of("--disable-sync", "--virtual-time-budget=4000", "--dump-dom"));
    command.add("--user-data-dir=" + folder.resolve("chromium"));
    command.add(address.toString());
    Path error = folder.resolve("chromium.log");
    Process browser = new ProcessBuilder(command).redirectError(error.toFile()).start();
    String dom = new String(browser.getInputStream().readAllBytes());
    assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return dom;
  }
}
