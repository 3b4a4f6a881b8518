package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator's day in a browser, while clients never stop asking. */
@Timeout(180)
class ConsoleBrowserIT {
  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "test"},
        "layers": {
          "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}},
          "painted": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "pixel effect": {"name": "paint"}
          }
        }
      }
      """;

  @TempDir Path folder;
  private Home home;
  private Path red;
  private Path green;
  private Path unmakeable;
  private Server server;
  private Browser browser;

  @BeforeEach
  void startTheServer() throws Exception {
    home = Home.copiedTo(folder.resolve("azulejo"));
    Keys keys = Keys.madeIn(folder.resolve("keys.p12"));
    keys.trustedBy(home);
    red = keys.sign(Plugin.painting("paint", "ff0000", folder));
    green = keys.sign(Plugin.painting("paint", "00ff00", folder));
    unmakeable = keys.sign(Plugin.unmakeable("paint", folder));
    server = Server.start(home, home.configuration(CONFIGURATION));
    browser = Browser.at(server.address(), folder);
  }

  @AfterEach
  void stopTheServer() throws Exception {
    if (browser != null) {
      browser.close();
    }
    server.close();
  }

  @Test
  void pluginsAndLayersComeChangeAndGoAndOtherLayersServe() throws Exception {
    Load load = new Load();
    try (load) {
      load.client(server, "/plain/3/1/2.png", reply -> reply.status() == 200);
      logIn();
      installAPlugin();
      addALayer();
      editIt();
      undoTheEdit();
      updateThePlugin();
      seeABrokenUpdateGoBack();
      removeThePlugin();
    }
    assertThat(load.failures()).isEmpty();
    assertThat(load.count("/plain/3/1/2.png")).isPositive();
  }

  private void logIn() throws Exception {
    browser.open("/admin/");
    browser.type("Token", Admin.of(home, server).token());
    browser.click("Log in");
    browser.await("2 layers: 1 active, 1 waiting, 0 failed");
  }

  private void upload(Path jar) {
    browser.click("Plug-ins");
    browser.type("A jar of yours", jar.toString());
    browser.click("Install");
  }

  private void installAPlugin() throws Exception {
    browser.click("Plug-ins");
    assertThat(browser.text(".missing")).contains("painted waits for", "paint");
    upload(red);
    browser.await("is in use; trust: signed by CN=Maker.");
    assertThat(browser.text(".steps")).contains("Looking at the jar.", "Bringing in itest.paint");
    browser.click("Plug-ins");
    assertThat(browser.text(".card")).contains("itest.paint", "Used by painted.", "CN=Maker");
    assertThat(browser.has(".missing")).isFalse();
    assertThat(server.get("/painted/0/0/0.png").colour()).isEqualTo("ff0000");
  }

  private void addALayer() throws Exception {
    browser.click("Layers");
    browser.click("Add a layer");
    browser.type("Name of the layer (required)", "new");
    browser.choose("provider/name", "sandwich");
    browser.await("stack (required)");
    browser.type("stack (required)", "[{\"color\": \"#00ffff\"}]");
    chooseEffect("paint", 2);
    browser.click("Check");
    browser.await("The layer would work.");
    browser.click("Save");
    browser.await("active");
    assertThat(browser.text("h1")).isEqualTo("new");
    assertMapShows("ff0000");
    browser.click("Plug-ins");
    assertThat(browser.text(".card")).contains("Used by new, painted.");
  }

  /** The form comes again with its keys, and with room for another one. */
  private void chooseEffect(String name, int places) throws Exception {
    browser.choose("effect.0/name", name);
    Eventually.that(
        "the form is back", () -> browser.count("[name^='effect.'][data-choose]") == places);
  }

  private void assertMapShows(String colour) throws Exception {
    Eventually.that("the map shows it", () -> browser.colour("iframe").equals(colour));
  }

  private void editIt() throws Exception {
    browser.click("Layers");
    browser.click("new");
    browser.click("Edit");
    chooseEffect("none", 1);
    browser.click("Save");
    browser.await("active");
    assertMapShows("00ffff");
  }

  private void undoTheEdit() throws Exception {
    browser.click("Layers");
    browser.click("Undo the last edit");
    browser.await("The last edit is undone.");
    browser.click("new");
    assertMapShows("ff0000");
  }

  private void updateThePlugin() throws Exception {
    upload(green);
    browser.await("is in use; trust: signed by CN=Maker.");
    assertThat(server.get("/new/3/0/0.png").colour()).isEqualTo("00ff00");
  }

  private void seeABrokenUpdateGoBack() throws Exception {
    upload(unmakeable);
    browser.await("cannot be made");
    assertThat(browser.text()).contains("failed");
    assertThat(server.get("/new/3/1/0.png").colour()).isEqualTo("00ff00");
    browser.click("Layers");
    assertThat(browser.text()).contains("3 layers: 3 active, 0 waiting, 0 failed");
  }

  private void removeThePlugin() throws Exception {
    browser.click("Plug-ins");
    browser.click("Remove itest.paint");
    assertThat(browser.text()).contains("These layers will wait for it: new, painted.");
    browser.click("Remove the bundle");
    browser.await("itest.paint is gone.");
    browser.click("Layers");
    browser.await("3 layers: 1 active, 2 waiting, 0 failed");
  }
}
