package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.azulejo.itest.Upstream.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others break must break nothing else. */
class FaultsIT {
  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "disk", "path": "../cache"},
        "layers": {
          "proxied": {
            "provider": {"name": "proxy", "url": "http://127.0.0.1:%1$d/{Z}/{X}/{Y}.png", "timeout": 1},
            "pixel effect": {"name": "greyscale"}
          },
          "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}},
          "nowhere": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]},
            "cache": {"name": "disk", "path": "../etc/test.json"}
          },
          "full": {
            "provider": {"name": "sandwich", "stack": [{"color": "#abcdef"}]},
            "cache": {"name": "disk", "path": "%2$s"}
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void anUpstreamThatFailsLiesOrDawdlesHarmsOnlyItsOwnRequest() throws Exception {
    Map<Fault, Integer> statuses =
        Map.of(
            Fault.ERROR, 502,
            Fault.SLOW, 504,
            Fault.DROPPED, 502,
            Fault.TEXT, 502,
            Fault.TRUNCATED, 502,
            Fault.HUGE, 502,
            Fault.EMPTY, 502);
    try (var upstream = new Upstream(256);
        var server = started(upstream, folder.resolve("full"))) {
      int row = 0;
      for (var fault : statuses.entrySet()) {
        String path = "/proxied/5/1/" + row++ + ".png";
        upstream.misbehave(fault.getKey());
        Reply refused = server.get(path);
        assertThat(refused.status()).as(fault.getKey().name()).isEqualTo(fault.getValue());
        assertThat(refused.text()).doesNotContain("secret", "127.0.0.1", "Exception", "\tat ");
        assertThat(server.get("/plain/5/1/" + row + ".png").status()).isEqualTo(200);
        upstream.misbehave(Fault.NONE);
        assertThat(server.get(path).status()).as("after " + fault.getKey()).isEqualTo(200);
      }
      upstream.close();
      assertThat(server.get("/proxied/5/2/0.png").status()).isEqualTo(502);
      assertThat(server.get("/proxied/5/1/0.png").status()).as("cached").isEqualTo(200);
    }
  }

  @Test
  void aCacheThatCannotBeWrittenIsOnlyAMiss() throws Exception {
    try (var upstream = new Upstream(256);
        var server = started(upstream, folder.resolve("full"))) {
      for (int column = 0; column < 5; column++) {
        assertThat(server.get("/nowhere/5/" + column + "/0.png").status()).isEqualTo(200);
      }
      for (String deed : List.of("read", "lock", "write")) {
        assertThat(server.log().split("could not " + deed, -1)).as(deed + ", once").hasSize(2);
      }
    }
  }

  @Test
  void aFullDiskIsOnlyAMissAndLeavesNoPartialTile() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(mount(small), "a small file system can be mounted here");
    try (var upstream = new Upstream(256);
        var server = started(upstream, small.resolve("cache"))) {
      for (int column = 0; column < 200; column++) {
        assertThat(server.get("/full/9/" + column + "/0.png").status()).isEqualTo(200);
      }
      assertThat(server.log()).contains("could not");
      for (int column = 0; column < 200; column++) {
        assertThat(server.get("/full/9/" + column + "/0.png").colour()).isEqualTo("abcdef");
      }
      assertThat(server.get("/plain/9/1/1.png").status()).isEqualTo(200);
    } finally {
      new ProcessBuilder("umount", small.toString()).start().waitFor();
    }
  }

  private Server started(Upstream upstream, Path full) throws IOException {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    return Server.start(home, home.configuration(CONFIGURATION.formatted(upstream.port(), full)));
  }

  private static boolean mount(Path folder) throws IOException, InterruptedException {
    var command =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", "" + folder);
    try {
      return command.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
