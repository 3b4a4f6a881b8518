package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a browser shows them. */
class PagesIT {
  @TempDir Path folder;

  @Test
  void theFrontPageShowsEveryLayerOfTheDemo() throws Exception {
    Chromium chromium = Chromium.in(folder);
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    try (var server = Server.start(home, home.folder().resolve("etc/azulejo.json"))) {
      assertThat(chromium.dom(server.address())).contains("world", "preview.html", "active");
    }
  }

  @Test
  void aPreviewDrawsTilesWithoutTheInternet() throws Exception {
    Chromium chromium = Chromium.in(folder);
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    try (var server = Server.start(home, home.folder().resolve("etc/azulejo.json"))) {
      assertThat(chromium.dom(server.address().resolve("/world/preview.html")))
          .containsAnyOf("/world/", ".png", "<canvas");
      assertThat(server.get("/world/preview.html").text()).doesNotContain("https://", "//unpkg");
    }
  }
}
