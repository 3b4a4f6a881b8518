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
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    try (var server = Server.start(home, home.folder().resolve("etc/azulejo.json"));
        var browser = Browser.at(server.address(), folder)) {
      browser.open("/");
      browser.await("active");
      assertThat(browser.text()).contains("world");
      assertThat(browser.has("a[href$='world/preview.html']")).isTrue();
    }
  }

  @Test
  void aPreviewDrawsTilesWithoutTheInternet() throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    try (var server = Server.start(home, home.folder().resolve("etc/azulejo.json"));
        var browser = Browser.at(server.address(), folder)) {
      browser.open("/world/preview.html");
      Eventually.that("the map is drawn", () -> browser.has("#map canvas"));
      assertThat(server.get("/world/preview.html").text()).doesNotContain("https://", "//unpkg");
    }
  }
}
