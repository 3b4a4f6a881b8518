package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Operators of a Karaf change plug-ins through its doors and ours, while clients ask. */
@Timeout(300)
@EnabledIf(
    value = "org.azulejo.itest.Karaf#canStart",
    disabledReason = "distribution/karaf is not built, or this Java is too new for Karaf.")
class KarafDoorsIT {
  private static final String NAME = "itest.paint";
  private static final String GREYSCALE = "org.azulejo.effect.greyscale";
  private static final String LAYERS =
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

  @TempDir static Path folder;

  private static Karaf karaf;
  private static Path red;
  private static Path green;
  private static Path unmakeable;

  @BeforeAll
  static void start() throws Exception {
    karaf = Karaf.copiedTo(folder.resolve("distribution/karaf/target/azulejo-karaf"));
    Files.writeString(
        karaf.folder().resolve("etc/users.properties"),
        "\nonlooker = onlooker,viewer,ssh\n",
        StandardOpenOption.APPEND);
    Files.writeString(karaf.folder().resolve("azulejo/etc/azulejo.json"), LAYERS);
    red = Plugin.painting("paint", "ff0000", folder);
    green = Plugin.painting("paint", "00ff00", folder);
    unmakeable = Plugin.unmakeable("paint", folder);
    for (Path jar : new Path[] {red, green, unmakeable}) {
      pins().pin(jar);
    }
    karaf.start();
    karaf.awaitTiles();
    assertThat(
            karaf.run(
                """
                config:edit org.azulejo
                config:property-set trust.deploy vouched
                config:property-set trust.pins '${azulejo.home}/etc/trust.pins'
                config:update
                """))
        .doesNotContain("Error");
  }

  @AfterAll
  static void itStops() throws Exception {
    if (karaf != null) {
      karaf.close();
    }
  }

  /** A way for plug-ins to come and go. */
  private interface Door {
    /** Whether it is one of the server, not one of Karaf. */
    default boolean isOurs() {
      return true;
    }

    /** What is said in the end. */
    String bring(Path jar) throws Exception;

    String take() throws Exception;
  }

  @Test
  void whateverComesThroughAnyDoorOtherLayersServeAndStatesAreTrue() throws Exception {
    var load = new Load();
    try (load) {
      load.client(karaf.site(), "/plain/3/1/2.png", reply -> reply.status() == 200);
      load.client(karaf.site(), "/grey/3/1/2.png", reply -> reply.status() == 200);
      for (Door door : new Door[] {bundles(), shell(), rest(karaf.admin())}) {
        assertWaiting();
        door.bring(red);
        assertActive("ff0000");
        door.bring(green);
        assertActive("00ff00");
        if (door.isOurs()) {
          assertThat(door.bring(unmakeable)).contains("cannot be made");
          assertActive("00ff00");
        }
        door.take();
      }
      assertWaiting();
    }
    assertThat(load.failures()).isEmpty();
    assertThat(load.count("/grey/3/1/2.png")).isPositive();
  }

  @Test
  void aJarThatNobodyVouchesForIsRefused() throws Exception {
    Path stranger = Plugin.painting("paint", "0000ff", folder);
    for (Door door : new Door[] {shell(), rest(karaf.admin())}) {
      assertThat(door.bring(stranger)).contains("nobody vouches for it");
      assertWaiting();
    }
  }

  @Test
  void theShellTellsOfLayersAndPlugins() throws Exception {
    String said =
        karaf.run(
            """
            azulejo:layers
            azulejo:layer grey
            azulejo:layer nothing
            azulejo:plugins
            azulejo:reload
            azulejo:uninstall nothing
            azulejo:install nothing.jar
            """);
    assertThat(said)
        .containsPattern("plain +active")
        .containsPattern("painted +waiting .*waits for pixel effect \"paint\"")
        .containsPattern("state +active")
        .contains("There is no layer \"nothing\".")
        .containsPattern("greyscale +" + GREYSCALE + " .*grey")
        .contains("3 layers.")
        .contains("There is no plug-in \"nothing\" that was brought in.")
        .contains("There is no file nothing.jar.");
    assertThat(karaf.run("azulejo:layers | grep grey")).contains("active").doesNotContain("plain");
  }

  @Test
  void whoMayOnlyLookChangesNothing() throws Exception {
    assertThat(karaf.run("onlooker", "azulejo:layers")).contains("painted");
    for (String change : new String[] {"install '" + red + "'", "uninstall x", "reload"}) {
      assertThat(karaf.run("onlooker", "azulejo:" + change + " || echo denied")).contains("denied");
    }
    new Commands(folder).run(Readme.ofCheckout().block("sh", ".invoke = admin"));
    String java = "$.context getBundles || echo denied";
    Eventually.that("no Java is called", () -> karaf.run("onlooker", java).contains("denied"));
    assertThat(karaf.run("onlooker", "echo x > " + folder + "/x || echo denied"))
        .contains("denied");
    assertWaiting();
  }

  @Test
  void karafsFolderCanBeLocked() throws Exception {
    assertThat(karaf.run("config:list")).contains("/deploy\n");
    new Commands(folder).run(Readme.ofCheckout().block("sh", "fileinstall-deploy"));
    Eventually.that("it is not watched", () -> !karaf.run("config:list").contains("/deploy\n"));
    Path jar = karaf.folder().resolve("deploy/paint.jar");
    Files.copy(red, jar);
    assertThat(karaf.run("bundle:list")).contains("org.azulejo.engine").doesNotContain(NAME);
    assertWaiting();
    Files.delete(jar);
  }

  @Test
  void theShellCompletesLayersJarsAndPlugins() throws Exception {
    Shell shell = karaf.terminal();
    assertThat(shell.say("azulejo:layer gr\t")).containsPattern("layer +grey");
    String jar = red.toString();
    assertThat(shell.say("azulejo:install " + jar.substring(0, jar.length() - 3) + "\t"))
        .contains("itest.paint")
        .contains("is in use");
    assertThat(shell.say("azulejo:uninstall ites\t")).contains("itest.paint is gone.");
    assertWaiting();
    shell.type("logout");
  }

  @Test
  void whatWasInstalledIsThereAfterARestartAsLongAsItIsVouchedFor() throws Exception {
    Map<String, String> name = Map.of("Bundle-SymbolicName", GREYSCALE);
    Path inItsPlace = Plugin.painting("greyscale", "0000ff", folder, name);
    pins().pin(inItsPlace);
    assertThat(rest(karaf.admin()).bring(inItsPlace)).startsWith("done");
    assertThat(shell().bring(red)).contains("is in use");
    assertThat(karaf.site().get("/grey/0/0/0.png").colour()).isEqualTo("0000ff");
    assertActive("ff0000");

    Files.delete(pins().pins());
    pins().pin(inItsPlace);
    // Karaf starts what belongs to its features again.
    karaf.run("feature:uninstall azulejo-effect-halftone\nfeature:install azulejo-effect-halftone");
    assertThat(karaf.site().get("/grey/1/0/0.png").colour()).isEqualTo("0000ff");
    karaf.restart();
    assertWaiting();
    assertThat(karaf.log()).contains("itest.paint.jar is refused: nobody vouches for it");
    assertThat(karaf.site().get("/grey/0/0/0.png").colour()).isEqualTo("0000ff");

    for (Path jar : new Path[] {red, green, unmakeable}) {
      pins().pin(jar);
    }
    assertThat(shell().bring(green)).contains("is in use");
    assertActive("00ff00");
    assertThat(shell().take()).contains("is gone");
    assertThat(karaf.admin().uninstall(GREYSCALE)).contains("is gone");
    assertThat(karaf.site().get("/grey/0/0/0.png").colour()).isEqualTo("4c4c4c");
  }

  /** The home of the demonstration in Karaf. */
  private static Home pins() {
    return new Home(karaf.folder().resolve("azulejo"));
  }

  private static Door bundles() {
    return new Door() {
      private boolean isThere;

      @Override
      public boolean isOurs() {
        return false;
      }

      @Override
      public String bring(Path jar) throws Exception {
        String command = isThere ? "bundle:update " + NAME + " " : "bundle:install -s ";
        isThere = true;
        return karaf.run(command + jar.toUri());
      }

      @Override
      public String take() throws Exception {
        return karaf.run("bundle:uninstall " + NAME);
      }
    };
  }

  private static Door shell() {
    return new Door() {
      @Override
      public String bring(Path jar) throws Exception {
        return karaf.run("azulejo:install '" + jar + "'");
      }

      @Override
      public String take() throws Exception {
        return karaf.run("azulejo:uninstall " + NAME);
      }
    };
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

  private static void assertActive(String colour) throws Exception {
    assertThat(karaf.site().get("/painted/3/1/2.png").colour()).isEqualTo(colour);
    assertStates("active");
    assertThat(karaf.site().get("/health").status()).isEqualTo(200);
  }

  private static void assertWaiting() throws Exception {
    assertStates("waiting");
    Reply health = karaf.site().get("/health");
    assertThat(health.status()).isEqualTo(503);
    assertThat(health.text()).contains("\"waiting\":[\"painted\"]");
  }

  private static void assertStates(String painted) throws IOException, InterruptedException {
    assertThat(Admin.pairs(Admin.json(karaf.site().get("/layers")).path("layers"), "name", "state"))
        .containsExactly("plain active", "grey active", "painted " + painted);
  }
}
