package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * Whether the pages of the console can be read on a phone, and used without a mouse. Leaves
 * pictures of them in {@code target/screenshots}.
 */
@Timeout(180)
class ConsoleLooksIT {
  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "memory"},
        "layers": {
          "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#3070a0"}]}},
          "a layer with a name that is rather long": {
            "provider": {"name": "mbtiles", "tileset": "a-file-that-is-not-there.mbtiles"}
          },
          "painted": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "pixel effect": {"name": "paint"},
            "write cach": false
          }
        }
      }
      """;

  private static final List<String> PAGES =
      List.of(
          "",
          "layer?name=plain",
          "layer?name=a%20layer%20with%20a%20name%20that%20is%20rather%20long",
          "edit",
          "edit?name=plain",
          "edit?name=painted",
          "remove?name=plain",
          "plugins",
          "uninstall?name=itest.paint",
          "configuration",
          "audit",
          "users",
          "no-such-page");

  /** Words that are broken in two: what holds them is too narrow. */
  private static final String BROKEN =
      """
      const lines = e => {
        const range = document.createRange();
        range.selectNodeContents(e);
        return new Set([...range.getClientRects()].map(box => box.top)).size;
      };
      return [...document.querySelectorAll('nav a, .state, button, .button')]
        .filter(e => e.checkVisibility() && !/\\s/.test(e.textContent.trim()) && lines(e) > 1)
        .map(e => e.textContent);
      """;

  /** Numbers all that can have the focus, in the order of the page. */
  private static final String NUMBER =
      """
      const all = [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]')]
        .filter(e => e.checkVisibility());
      all.forEach((e, i) => e.dataset.stop = i);
      return all.length;
      """;

  /** Those of them that have no name to be called by. */
  private static final String NAMELESS =
      """
      return [...document.querySelectorAll('[data-stop]')]
        .filter(e => !(e.labels && e.labels.length) && !e.ariaLabel && !e.title
          && !(e.matches('a, button, summary, pre') && e.textContent.trim()))
        .map(e => e.outerHTML);
      """;

  /** Which one has the focus, and whether that can be seen. */
  private static final String FOCUS =
      """
      const e = document.activeElement;
      const box = e.getBoundingClientRect();
      const style = getComputedStyle(e);
      const isMarked = e.tagName === 'IFRAME'
        || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      const isThere = box.bottom > 0 && box.top < innerHeight && box.right > 0;
      return e.dataset.stop + (isMarked && isThere ? ' seen' : ' unseen ' + e.outerHTML);
      """;

  @TempDir Path folder;
  private Home home;
  private Server server;
  private Admin admin;
  private Browser browser;

  @BeforeEach
  void openTheConsole() throws Exception {
    home = Home.copiedTo(folder.resolve("azulejo"));
    home.setting("admin.plugin.folder = " + Files.createDirectory(folder.resolve("jars")));
    home.setting("admin.plugin.repository = " + folder.resolve("jars").toUri());
    Files.copy(Plugin.painting("paint", "ff0000", folder), folder.resolve("jars/paint.jar"));
    server = Server.start(home, home.configuration(CONFIGURATION));
    admin = Admin.of(home, server);
    browser = Browser.at(server.address(), folder);
    admin.install(folder.resolve("jars/paint.jar"));
    home.drop(folder.resolve("jars/paint.jar"), "paint.jar");
    server.get("/a%20layer%20with%20a%20name%20that%20is%20rather%20long/0/0/0.png");
    server.get("/plain/0/0/0.png");
  }

  @AfterEach
  void closeIt() throws Exception {
    browser.close();
    server.close();
  }

  private void logIn() {
    browser.open("/admin/");
    browser.type("Token", admin.token());
    browser.press(Keys.ENTER);
  }

  /** Those above, and one of a job that failed. */
  private List<String> pages() throws Exception {
    admin.send("POST", "plugins", "{\"coordinates\": \"org.example:paint:1.0\"}");
    String id = admin.get("jobs").path("jobs").path(0).path("id").asText();
    return Stream.concat(PAGES.stream(), Stream.of("job?id=" + id)).toList();
  }

  private static Path picture(String page, String kind) {
    String name = page.isEmpty() ? "layers" : page.replaceAll("id=.*|[^a-z]+", "-");
    return Path.of("target", "screenshots", name + "-" + kind + ".png");
  }

  @Test
  void everyPageFitsItsWindow() throws Exception {
    browser.resize(390, 844, true);
    browser.open("/admin/login");
    assertFits("login", "phone");
    logIn();
    for (String page : pages()) {
      browser.resize(390, 844, true);
      browser.open("/admin/" + page);
      assertFits(page, "phone");
      browser.resize(1280, 800, false);
      browser.open("/admin/" + page);
      assertFits(page, "desktop");
    }
  }

  private void assertFits(String page, String kind) throws Exception {
    browser.photograph(picture(page, kind));
    Object overflow =
        browser.script("const e = document.documentElement; return e.scrollWidth - e.clientWidth");
    assertThat(overflow).as(page + " " + kind).isEqualTo(0L);
    assertThat((List<?>) browser.script(BROKEN)).as(page + " " + kind).isEmpty();
  }

  /** As far as the map, which has keys of its own. */
  @Test
  void everythingIsReachedByKeysAndHasANameAndShowsWhereOneIs() throws Exception {
    logIn();
    for (String page : pages()) {
      browser.open("/admin/" + page);
      var count = (Long) browser.script(NUMBER);
      assertThat((List<?>) browser.script(NAMELESS)).as(page).isEmpty();
      for (long stop = 0; stop < count && !browser.isInFrame(); stop++) {
        browser.press(Keys.TAB);
        assertThat(browser.script(FOCUS)).as(page).isEqualTo(stop + " seen");
      }
    }
  }
}
