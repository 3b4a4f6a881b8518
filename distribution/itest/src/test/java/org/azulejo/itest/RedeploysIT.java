package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plug-in is updated by REST again and again, and nothing is left over. The system property
 * {@code azulejo.redeploys} says how often.
 */
class RedeploysIT {
  private static final int REDEPLOYS = Integer.getInteger("azulejo.redeploys", 100);
  private static final int WARM = 10;
  private static final String PAINTER = "itest.paint.Painter";

  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "test"},
        "layers": {
          "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}},
          "kept": {
            "provider": {"name": "sandwich", "stack": [{"color": "#654321"}]},
            "cache": {"name": "disk", "path": "../cache"}
          },
          "painted": {
            "provider": {"name": "sandwich", "stack": [{"color": "#000000"}]},
            "pixel effect": {"name": "paint"}
          }
        }
      }
      """;

  @TempDir Path folder;
  private Admin admin;
  private List<Path> jars;

  @Test
  void noRequestFailsAndNothingIsLeftOver() throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    Keys.madeIn(folder.resolve("keys.p12")).trustedBy(home);
    jars =
        List.of(
            Plugin.painting("paint", "ff0000", folder), Plugin.painting("paint", "00ff00", folder));
    for (Path jar : jars) {
      home.pin(jar);
    }
    // Fewer workers than clients, so that all of them are there after the first redeploys.
    home.setting("workers = 4");
    try (var server = Server.start(home, home.configuration(CONFIGURATION))) {
      admin = Admin.of(home, server);
      redeploy(WARM);
      List<String> threads = server.threads();
      long handles = server.handles();
      redeploy(REDEPLOYS);

      Eventually.that("one generation is left", () -> server.generations(PAINTER) == 1);
      assertThat(server.generations(PAINTER + "\\$Paint")).isLessThanOrEqualTo(1);
      Eventually.that("no thread is left", () -> server.threads().size() <= threads.size());
      Eventually.that("no handle is left open", () -> server.handles() <= handles);
      assertThat(server.stop()).isZero();
    }
  }

  private void redeploy(int times) throws Exception {
    Site server = admin.server();
    var load = new Load();
    try (load) {
      for (String layer : List.of("plain", "kept", "painted")) {
        for (int client = 0; client < 2; client++) {
          load.client(server, "/" + layer + "/3/1/2.png", reply -> reply.status() == 200);
        }
      }
      for (int time = 0; time < times; time++) {
        int number = time % 2;
        assertThat(admin.install(jars.get(number))).startsWith("done itest.paint ");
        assertThat(server.get("/painted/0/0/0.png").colour())
            .isEqualTo(number == 0 ? "ff0000" : "00ff00");
      }
    }
    assertThat(load.failures()).isEmpty();
  }
}
