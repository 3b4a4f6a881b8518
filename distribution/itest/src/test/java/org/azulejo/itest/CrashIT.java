package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power fails while tiles are being written. */
class CrashIT {
  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "disk", "path": "../cache", "dirs": "portable"},
        "layers": {
          "noise": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "pixel effect": {"name": "noise"}
          }
        }
      }
      """;

  private static final String NOISE =
      """
      package itest.noise;

      @org.osgi.service.component.annotations.Component
      @org.azulejo.api.PluginName("noise")
      public class Noise implements org.azulejo.api.EffectFactory {
        public org.azulejo.api.Effect create(org.azulejo.api.Options options) {
          return image -> {
            var random = new java.util.Random();
            for (int y = 0; y < 256; y++) {
              for (int x = 0; x < 256; x++) {
                image.setRGB(x, y, 0xff000000 | random.nextInt());
              }
            }
            return image;
          };
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void everyTileReadAfterwardsIsWhole() throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    home.drop(Plugin.jar("noise", NOISE, "itest.noise.Noise", folder), "noise.jar");
    Path configuration = home.configuration(CONFIGURATION);
    for (int crash = 0; crash < 5; crash++) {
      crashWhileWriting(home, configuration, crash);
    }
    List<Path> tiles = tiles(home);
    assertThat(tiles).isNotEmpty();
    try (var server = Server.start(home, configuration)) {
      for (Path tile : tiles) {
        assertThat(ImageIO.read(tile.toFile())).as(tile.toString()).isNotNull();
        String path = "/" + home.folder().resolve("cache").relativize(tile);
        assertThat(server.get(path).body()).isEqualTo(Files.readAllBytes(tile));
      }
      assertThat(server.get("/noise/9/500/500.png").status()).isEqualTo(200);
    }
  }

  private static void crashWhileWriting(Home home, Path configuration, int crash) throws Exception {
    Server server = Server.start(home, configuration);
    var clients = new ArrayList<Thread>();
    for (int client = 0; client < 4; client++) {
      int column = crash * 4 + client;
      clients.add(new Thread(() -> askUntilItDies(server, column)));
    }
    clients.forEach(Thread::start);
    int before = tiles(home).size();
    Eventually.that("tiles are being written", () -> tiles(home).size() > before + 20);
    server.kill();
    for (Thread client : clients) {
      client.join();
    }
  }

  private static void askUntilItDies(Server server, int column) {
    try {
      for (int row = 0; true; row++) {
        server.get("/noise/12/" + column + "/" + row + ".png");
      }
    } catch (IOException | InterruptedException e) {
      // it died
    }
  }

  private static List<Path> tiles(Home home) throws IOException {
    Path layer = home.folder().resolve("cache/noise");
    if (!Files.exists(layer)) {
      return List.of();
    }
    try (var all = Files.walk(layer)) {
      return all.filter(file -> file.toString().endsWith(".png"))
          .filter(Files::isRegularFile)
          .toList();
    }
  }
}
