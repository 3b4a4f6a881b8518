package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a browser shows them. */
class PagesIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  @TempDir Path folder;

  @Test
  void theFrontPageShowsEveryLayerOfTheDemo() throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not here");
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    try (var server = Server.start(home, home.folder().resolve("etc/azulejo.json"))) {
      assertThat(dom(server, "/")).contains("world", "preview.html", "active");
    }
  }

  @Test
  void aPreviewDrawsTilesWithoutTheInternet() throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not here");
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    try (var server = Server.start(home, home.folder().resolve("etc/azulejo.json"))) {
      assertThat(dom(server, "/world/preview.html")).containsAnyOf("/world/", ".png", "<canvas");
      assertThat(server.get("/world/preview.html").text()).doesNotContain("https://", "//unpkg");
    }
  }

  private String dom(Server server, String path) throws Exception {
    var command = new ArrayList<>(List.of(CHROMIUM.toString(), "--headless", "--no-sandbox"));
    command.addAll(List.of("--disable-gpu", "--disable-quic", "--no-first-run"));
    command.addAll(List.of("--disable-background-networking", "--disable-component-update"));
    command.addAll(List.of("--disable-sync", "--virtual-time-budget=4000", "--dump-dom"));
    command.add("--user-data-dir=" + folder.resolve("chromium"));
    command.add(server.address().resolve(path).toString());
    Path error = folder.resolve("chromium.log");
    Process browser = new ProcessBuilder(command).redirectError(error.toFile()).start();
    String dom = new String(browser.getInputStream().readAllBytes());
    assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return dom;
  }
}
