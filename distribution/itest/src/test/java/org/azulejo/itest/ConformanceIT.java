package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers as TileStache's. The recordings lie beside the checkout; where they do not, this test is
 * skipped. What differs on purpose stands in {@code deliberate-differences.txt}.
 */
class ConformanceIT {
  private static final Path LAB = Home.CHECKOUT.resolve("../shared/conformance").normalize();
  private static final String PYTHON = "/usr/bin/python3";
  private static final String CASES =
      "basic,bounds,cache_lifespan,cache_multi,cache_portable,cache_quadtile,cache_safe,errors,"
          + "formats,index_page,mbtiles,metatile,palette,pixel_effects,projections,proxy,sandwich";

  /** Cases, and the servers that they need. */
  private static final Map<String, String> CASES_WITH_SERVERS =
      Map.of("cache_memcache", "memcached", "cache_redis", "redis-server");

  @TempDir Path folder;

  @Test
  void everyAnswerIsTileStachesUnlessItDiffersOnPurpose() throws Exception {
    assumeTrue(Files.isDirectory(LAB), "the recordings are not here");
    assumeTrue(run(PYTHON, "-c", "import PIL").code == 0, "Python's PIL is not here");
    String server = Home.BUILT.resolve("bin/azulejo") + " serve -c {cfg} -p {port}";
    String answers = folder.resolve("answers").toString();
    String lab = LAB.resolve("runall.py").toString();
    Outcome replay = run(PYTHON, lab, "--server", server, "--out", answers, "--cases", present());
    assertThat(replay.code).as(replay.said).isZero();

    String compare = LAB.resolve("compare.py").toString();
    String golden = LAB.resolve("goldens").toString();
    Outcome verdict = run(PYTHON, compare, "--only-bad", "--present", golden, answers);
    List<String> deliberate = deliberate();
    assertThat(failures(verdict))
        .filteredOn(line -> deliberate.stream().noneMatch(line::startsWith))
        .isEmpty();
    assertThat(verdict.said.strip().lines().reduce((a, b) -> b).orElse("")).contains("passed");
  }

  /** {@code FAIL case METHOD path}, and what differs. */
  private static Stream<String> failures(Outcome verdict) {
    return verdict
        .said
        .lines()
        .filter(line -> line.startsWith("FAIL "))
        .map(line -> line.replaceFirst(" #\\d+ ", " "));
  }

  private static String present() {
    return String.join(
        ",",
        Stream.concat(
                Stream.of(CASES.split(",")),
                CASES_WITH_SERVERS.keySet().stream()
                    .filter(name -> isInstalled(CASES_WITH_SERVERS.get(name))))
            .filter(name -> Files.isDirectory(LAB.resolve("cases").resolve(name)))
            .toList());
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Beginnings of lines: {@code FAIL case METHOD path}; what follows {@code #} is the reason. */
  private static List<String> deliberate() throws IOException {
    try (var in = ConformanceIT.class.getResourceAsStream("/deliberate-differences.txt")) {
      return new String(in.readAllBytes())
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> "FAIL " + line.replaceFirst("\\s+#.*", ""))
          .toList();
    }
  }

  private Outcome run(String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int code = process.waitFor();
    return new Outcome(code, Files.readString(said));
  }

  private record Outcome(int code, String said) {}
}
