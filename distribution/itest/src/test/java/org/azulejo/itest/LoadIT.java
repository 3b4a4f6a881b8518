package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything changes at once while clients never stop asking. */
class LoadIT {
  private static final String CLASS_LOADER =
      "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";
  private static final int UPDATES = 100;
  private static final int DROPS = 20;
  private static final int CHANGES = 50;

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
          "updated": {
            "provider": {"name": "sandwich", "stack": [{"color": "#000000"}]},
            "pixel effect": {"name": "steady"}
          },
          "comes": {
            "provider": {"name": "sandwich", "stack": [{"color": "#000000"}]},
            "pixel effect": {"name": "fleeting"}
          },
          "spare": {"provider": {"name": "sandwich", "stack": [{"color": "#%06x"}]}}
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void noRequestFailsWhilePluginsAndConfigurationChange() throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    Path odd = Plugin.painting("steady", "ff0000", folder);
    Path even = Plugin.painting("steady", "00ff00", folder);
    Path fleeting = Plugin.painting("fleeting", "0000ff", folder);
    home.drop(even, "steady.jar");
    try (var server = Server.start(home, home.configuration(CONFIGURATION.formatted(0)))) {
      long handles = server.handles();
      long loaders = server.instances(CLASS_LOADER);
      var load = new Load();
      try (load) {
        for (int client = 0; client < 2; client++) {
          load.client(server, "/plain/3/1/2.png", coloured("123456"));
          load.client(server, "/kept/3/1/2.png", coloured("654321"));
          load.client(server, "/updated/3/1/2.png", coloured("ff0000", "00ff00"));
          load.client(server, "/comes/3/1/2.png", LoadIT::servesOrWaits);
        }
        var dropping = CompletableFuture.runAsync(() -> dropAndRemove(home, server, fleeting));
        var changing = CompletableFuture.runAsync(() -> change(home, server));
        for (int update = 1; update <= UPDATES; update++) {
          String colour = update % 2 == 1 ? "ff0000" : "00ff00";
          home.drop(update % 2 == 1 ? odd : even, "steady.jar");
          Eventually.that(
              "the update is used", () -> server.get("/updated/0/0/0.png").colour().equals(colour));
        }
        dropping.join();
        changing.join();
      }
      assertThat(load.failures()).isEmpty();
      assertThat(load.count("/plain/3/1/2.png")).isPositive();
      Eventually.that(
          "one generation of the plug-in is left",
          () -> server.generations("itest.steady.Painter") == 1);
      assertThat(server.generations("itest.fleeting.Painter")).isZero();
      assertThat(loaders).isPositive();
      assertThat(server.instances(CLASS_LOADER)).isLessThanOrEqualTo(loaders + 2);
      assertThat(server.generations("itest.steady.Painter\\$Paint")).isLessThanOrEqualTo(1);
      Eventually.that("no handle is left open", () -> server.handles() <= handles + 8);
      assertThat(server.threads()).filteredOn(name -> name.contains("itest")).isEmpty();
      assertThat(server.stop()).isZero();
    }
  }

  private static Predicate<Reply> coloured(String... colours) {
    return reply -> {
      try {
        return reply.status() == 200 && java.util.List.of(colours).contains(reply.colour());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static boolean servesOrWaits(Reply reply) {
    return reply.status() == 200 || reply.status() == 503;
  }

  private static void dropAndRemove(Home home, Server server, Path jar) {
    try {
      for (int drop = 0; drop < DROPS; drop++) {
        Path dropped = home.drop(jar, "fleeting.jar");
        Eventually.that("it serves", () -> server.get("/comes/0/0/0.png").status() == 200);
        Files.delete(dropped);
        Eventually.that("it waits", () -> server.layers().contains("fleeting"));
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void change(Home home, Server server) {
    try {
      for (int change = 1; change <= CHANGES; change++) {
        String colour = "%06x".formatted(change);
        home.configuration(CONFIGURATION.formatted(change));
        Eventually.that(
            "it is taken", () -> server.get("/spare/0/0/0.png").colour().equals(colour));
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
