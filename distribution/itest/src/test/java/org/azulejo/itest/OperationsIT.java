package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Operators change plug-ins through every door, while clients never stop asking. */
@Timeout(180)
class OperationsIT {
  private static final String NAME = "itest.paint";

  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "test"},
        "layers": {
          "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}},
          "grey": {
            "provider": {"name": "sandwich", "stack": [{"color": "#ff0000"}]},
            "pixel effect": {"name": "greyscale"}
          },
          "painted": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "pixel effect": {"name": "paint"}
          }
        }
      }
      """;

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void copyTheServer() throws Exception {
    home = Home.copiedTo(folder.resolve("azulejo"));
  }

  /** A way for plug-ins to come and go. */
  private interface Door {
    /** What is said in the end. */
    String bring(Path jar) throws Exception;

    String take() throws Exception;
  }

  @Test
  void whateverComesThroughAnyDoorOtherLayersServeAndStatesAreTrue() throws Exception {
    Keys keys = Keys.madeIn(folder.resolve("keys.p12"));
    keys.trustedBy(home);
    Path red = keys.sign(Plugin.painting("paint", "ff0000", folder));
    Path green = keys.sign(Plugin.painting("paint", "00ff00", folder));
    Path unmakeable = keys.sign(Plugin.unmakeable("paint", folder));
    Path tampered = Keys.tamperedWith(red);
    var imports = Map.of("Import-Package", "org.azulejo.api;version=\"[99,100)\",*");
    Path future = keys.sign(Plugin.painting("paint", "0000ff", folder, imports));
    try (var server = Server.start(home, home.configuration(CONFIGURATION), "--shell")) {
      Admin admin = Admin.of(home, server);
      Shell shell = server.shell();
      Load load = new Load();
      try (load) {
        load.client(server, "/plain/3/1/2.png", reply -> reply.status() == 200);
        load.client(server, "/grey/3/1/2.png", reply -> reply.status() == 200);
        for (Door door :
            new Door[] {rest(admin), shell(shell), console(admin, server), folder(server)}) {
          assertWaiting(admin);
          door.bring(red);
          assertActive(admin, "ff0000");
          door.bring(green);
          assertActive(admin, "00ff00");
          assertThat(door.bring(unmakeable)).contains("cannot be made");
          assertActive(admin, "00ff00");
          assertThat(door.bring(tampered)).contains("changed after it was signed");
          assertActive(admin, "00ff00");
          assertThat(door.bring(future)).contains("was made for version [99");
          assertActive(admin, "00ff00");
          door.bring(red);
          assertActive(admin, "ff0000");
          assertThat(door.take()).contains("is gone");
        }
        assertWaiting(admin);
      }
      assertThat(load.failures()).isEmpty();
      assertThat(load.count("/plain/3/1/2.png")).isPositive();
      assertAudited(admin);
      shell.type("exit");
      assertThat(server.end()).isZero();
    }
  }

  private static Door rest(Admin admin) {
    return new Door() {
      @Override
      public String bring(Path jar) throws Exception {
        return admin.install(jar);
      }

      @Override
      public String take() throws Exception {
        return admin.uninstall(NAME);
      }
    };
  }

  private static Door shell(Shell shell) {
    return new Door() {
      @Override
      public String bring(Path jar) throws Exception {
        return shell.say("install '" + jar + "'");
      }

      @Override
      public String take() throws Exception {
        assertThat(shell.say("plugins")).containsPattern(" paint +" + NAME);
        assertThat(shell.say("layer painted")).contains("active");
        return shell.say("uninstall " + NAME);
      }
    };
  }

  private static Door console(Admin admin, Server server) throws Exception {
    var browser = new FormBrowser(server);
    browser.open("/admin/login").send("login", Map.of("token", admin.token()));
    return new Door() {
      @Override
      public String bring(Path jar) throws Exception {
        return said(browser.open("/admin/plugins").upload("plugins", "jar", jar));
      }

      @Override
      public String take() throws Exception {
        browser.open("/admin/plugins").open("uninstall?name=" + NAME);
        return said(browser.send("uninstall", Map.of()));
      }

      private String said(FormBrowser browser) throws Exception {
        if (browser.page().status() == 200) {
          Eventually.that(
              "the page tells the end",
              () -> !browser.reload().page().text().matches("(?s).*<strong>(queued|running)<.*"));
        }
        return browser.page().text();
      }
    };
  }

  private Door folder(Server server) {
    return new Door() {
      @Override
      public String bring(Path jar) throws Exception {
        return said(() -> home.drop(jar, "paint.jar"));
      }

      @Override
      public String take() throws Exception {
        return said(() -> Files.delete(home.deploy().resolve("paint.jar")));
      }

      private String said(Change change) throws Exception {
        int before = server.log().length();
        change.make();
        Eventually.that(
            "the log tells of it", () -> server.log().substring(before).contains("paint.jar is "));
        return server.log().substring(before);
      }
    };
  }

  private interface Change {
    void make() throws Exception;
  }

  private static void assertActive(Admin admin, String colour) throws Exception {
    assertThat(admin.server().get("/painted/3/1/2.png").colour()).isEqualTo(colour);
    assertStates(admin, "active");
    assertThat(admin.server().get("/health").status()).isEqualTo(200);
    JsonNode plugins = admin.get("plugins");
    assertThat(Admin.pairs(plugins.path("installed"), "symbolicName", "trust"))
        .containsExactly(NAME + " signed by CN=Maker");
    assertThat(Admin.pairs(plugins.path("plugins"), "bundle", "layers")).isNotEmpty();
    assertThat(plugins.path("missing")).isEmpty();
  }

  private static void assertWaiting(Admin admin) throws Exception {
    assertStates(admin, "waiting");
    Reply health = admin.server().get("/health");
    assertThat(health.status()).isEqualTo(503);
    assertThat(health.text()).contains("\"waiting\":[\"painted\"]");
    JsonNode plugins = admin.get("plugins");
    assertThat(plugins.path("installed")).isEmpty();
    assertThat(plugins.path("missing").toString()).contains("painted", "paint");
  }

  private static void assertStates(Admin admin, String painted) throws Exception {
    String[] states = {"plain active", "grey active", "painted " + painted};
    JsonNode shown = Admin.json(admin.server().get("/layers"));
    assertThat(Admin.pairs(shown.path("layers"), "name", "state")).containsExactly(states);
    assertThat(Admin.pairs(admin.get("layers").path("layers"), "name", "state"))
        .containsExactly(states);
  }

  private static void assertAudited(Admin admin) throws Exception {
    JsonNode entries = admin.get("audit").path("entries");
    assertThat(Admin.pairs(entries, "who", "from"))
        .containsOnly("admin 127.0.0.1", "the shell ", "the deploy folder ");
    assertThat(Admin.pairs(entries, "who", "what"))
        .anyMatch(entry -> entry.startsWith("the shell install itest.paint 1.0."))
        .contains("the shell remove itest.paint")
        .contains("the deploy folder use paint.jar", "the deploy folder remove paint.jar");
    assertThat(Admin.pairs(entries, "done", "what"))
        .anyMatch(entry -> entry.startsWith("true install itest.paint 1.0."))
        .anyMatch(entry -> entry.startsWith("true remove itest.paint"))
        .anyMatch(entry -> entry.startsWith("false install itest.paint 1.0."));
    assertThat(Admin.pairs(entries, "done", "result"))
        .anyMatch(entry -> entry.startsWith("false") && entry.contains("cannot be made"))
        .anyMatch(entry -> entry.startsWith("false") && entry.contains("after it was signed"))
        .anyMatch(entry -> entry.startsWith("false") && entry.contains("version [99"));
  }

  @Test
  void theFolderMayBeForEverybodyButRestIsNot() throws Exception {
    Path jar = Plugin.painting("paint", "ff0000", folder);
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      Admin admin = Admin.of(home, server);
      assertThat(admin.get("plugins").path("trustsDeployFolder").asBoolean()).isTrue();
      assertThat(admin.install(jar)).startsWith("422 ").contains("nobody vouches for it");
      assertThat(admin.get("plugins").path("installed")).isEmpty();
      assertThat(home.deploy().toFile().list()).containsExactly("README.txt");
      assertStates(admin, "waiting");

      home.drop(jar, "paint.jar");
      Eventually.that("the layer serves", () -> server.get("/painted/0/0/0.png").status() == 200);
      assertThat(admin.install(jar)).startsWith("422 ");
      assertThat(server.get("/painted/1/0/0.png").colour()).isEqualTo("ff0000");
    }
  }

  @Test
  void whatIsInstalledIsThereAfterARestartAsLongAsItIsVouchedFor() throws Exception {
    Keys.madeIn(folder.resolve("keys.p12")).trustedBy(home);
    Path jar = Plugin.painting("paint", "ff0000", folder);
    Path configuration = home.configuration(CONFIGURATION);
    home.pin(jar);
    try (var server = Server.start(home, configuration)) {
      assertThat(Admin.of(home, server).install(jar)).startsWith("done").contains("pinned");
      assertThat(server.get("/painted/0/0/0.png").colour()).isEqualTo("ff0000");
    }
    try (var server = Server.start(home, configuration)) {
      Admin admin = Admin.of(home, server);
      assertStates(admin, "active");
      assertThat(server.get("/painted/0/0/0.png").colour()).isEqualTo("ff0000");
      assertThat(admin.get("plugins").path("installed").toString()).contains("pinned");
    }
    Files.writeString(home.pins(), "");
    try (var server = Server.start(home, configuration)) {
      assertStates(Admin.of(home, server), "waiting");
      assertThat(server.log()).contains("itest.paint.jar is refused: nobody vouches for it");
      assertThat(Stream.of(home.deploy().toFile().list())).contains("itest.paint.jar");
    }
  }
}
