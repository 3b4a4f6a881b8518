package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as a browser without scripts sees it. */
class ConsoleIT {
  private static final String CONFIGURATION =
      """
      // Our maps.
      {
        "cache": {"name": "test"},
        "layers": {
          "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}}
        }
      }
      """;

  @TempDir Path folder;
  private Path file;
  private Server server;
  private Admin admin;
  private FormBrowser browser;

  @BeforeEach
  void startTheServer() throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    file = home.configuration(CONFIGURATION);
    server = Server.start(home, file);
    admin = Admin.of(home, server);
    browser = new FormBrowser(server);
  }

  @AfterEach
  void stopTheServer() throws Exception {
    server.close();
  }

  private void logIn() throws Exception {
    browser.open("/admin/login").send("login", Map.of("token", admin.token()));
    assertThat(browser.place().getPath()).isEqualTo("/admin/");
    assertThat(browser.page().status()).isEqualTo(200);
  }

  @Test
  void whoHasNoSessionSeesTheLoginAndNothingElse() throws Exception {
    for (String page : new String[] {"", "edit", "plugins", "configuration", "audit", "users"}) {
      browser.open("/admin/" + page);
      assertThat(browser.place().getPath()).isEqualTo("/admin/login");
      assertThat(browser.page().text()).contains("name=\"token\"").doesNotContain("plain");
    }
    browser.send("login", Map.of("token", "guess"));
    assertThat(browser.page().status()).isEqualTo(401);
    assertThat(browser.page().text()).contains("This token is nobody");
    assertThat(browser.page().header("Set-Cookie")).isEmpty();
  }

  @Test
  void aLayerIsAddedByTheFormAndTheEditIsUndone() throws Exception {
    logIn();
    assertThat(browser.page().text()).contains("data-layer=\"plain\"", "edit\"");

    browser.open("edit").send("edit", layer("choose", "red"));
    assertThat(browser.page().text()).contains("provider/stack#json");
    assertThat(browser.fields("edit")).containsEntry("name", "red");
    browser.send("edit", layer("check", "red"));
    assertThat(browser.page().text()).contains("The layer would be failed.", "stack");
    assertThat(Files.readString(file)).isEqualTo(CONFIGURATION);
    browser.send("edit", filled("check", "red"));
    assertThat(browser.page().text()).contains("The layer would work.");
    browser.send("edit", filled("save", "red"));
    assertThat(browser.page().status()).isEqualTo(200);
    assertThat(browser.place().getPath()).isEqualTo("/admin/layer");
    assertThat(browser.page().text()).contains("data-figure=\"state\">active<");
    assertThat(server.get("/red/0/0/0.png").colour()).isEqualTo("ff0000");
    assertThat(Files.readString(file)).contains("// Our maps.", "\"red\"");

    browser.open("./").send("undo", Map.of());
    assertThat(browser.page().text()).contains("The last edit is undone.");
    assertThat(browser.page().text()).doesNotContain("data-layer=\"red\"");
    assertThat(server.get("/red/0/0/0.png").status()).isEqualTo(404);
    assertThat(Files.readString(file)).isEqualTo(CONFIGURATION);
  }

  private static Map<String, String> layer(String action, String name) {
    return Map.of("name", name, "provider/name", "sandwich", "action", action);
  }

  private static Map<String, String> filled(String action, String name) {
    return Map.of(
        "name",
        name,
        "provider/name",
        "sandwich",
        "action",
        action,
        "provider/stack#json",
        "[{\"color\": \"#ff0000\"}]");
  }

  @Test
  void aFormThatWasNotSentByAPageOfOursDoesNothing() throws Exception {
    logIn();
    browser.open("edit").send("edit", layer("choose", "red"));
    var forged = new HashMap<>(filled("save", "red"));
    forged.put("csrf", "guess");
    browser.send("edit", forged);
    assertThat(browser.page().status()).isEqualTo(403);
    assertThat(Files.readString(file)).isEqualTo(CONFIGURATION);
  }

  @Test
  void anEditByHandInBetweenIsShownAndNothingIsLost() throws Exception {
    logIn();
    browser.open("edit").send("edit", layer("choose", "red"));
    String byHand = CONFIGURATION.replace("123456", "abcdef");
    Files.writeString(file, byHand);
    browser.send("edit", filled("save", "red"));
    assertThat(browser.page().status()).isEqualTo(412);
    assertThat(Files.readString(file)).isEqualTo(byHand);
    assertThat(browser.fields("edit").get("provider/stack#json")).contains("#ff0000");

    browser.send("edit", Map.of("action", "save"));
    assertThat(browser.place().getPath()).isEqualTo("/admin/layer");
    assertThat(Files.readString(file)).contains("abcdef", "\"red\"");
  }

  @Test
  void whoLogsOutIsOut() throws Exception {
    logIn();
    browser.send("logout", Map.of());
    browser.open("/admin/");
    assertThat(browser.place().getPath()).isEqualTo("/admin/login");
  }
}
