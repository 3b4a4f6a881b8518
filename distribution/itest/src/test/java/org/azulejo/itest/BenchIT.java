package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scripts that measure still do; how fast anything is, no test can tell. */
class BenchIT {
  private static final String PATH = System.getenv("PATH") + ":/usr/sbin";

  @Test
  void aHotTileIsMeasuredBesideNginx() throws Exception {
    assumeThereAre("nginx", "wrk", "curl", "python3");
    assertThat(run("hot-tile.sh", "1", "1")).contains("nginx", "memory", "disk");
  }

  @Test
  void fewLayersAreMeasuredBesideMany() throws Exception {
    assumeThereAre("wrk", "curl");
    assertThat(run("many-layers.sh", "1", "1", "1000")).contains("Ready with 1000 layers");
  }

  @Test
  void aServerThatIsWatchedIsMeasuredBesideOneThatIsNot() throws Exception {
    assumeThereAre("wrk", "curl", "python3");
    assertThat(run("cost.sh", "1", "1")).contains("alone", "watched", "The access log has");
  }

  @Test
  void cachesOnOtherServersAreMeasuredBesideTheStoreItself() throws Exception {
    assumeThereAre("redis-server", "redis-benchmark", "memcached", "wrk", "curl", "python3");
    assertThat(run("stores.sh", "1", "1")).contains("redis-benchmark", "redis", "memcache");
  }

  private static void assumeThereAre(String... tools) {
    for (String tool : tools) {
      boolean found =
          Stream.of(PATH.split(File.pathSeparator))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
      assumeTrue(found, "There is no " + tool + " on the path.");
    }
  }

  /** Gives what it printed. */
  private static String run(String script, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("sh", "distribution/bench/" + script));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(Home.CHECKOUT.toFile());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
