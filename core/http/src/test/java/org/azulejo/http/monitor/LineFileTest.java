package org.azulejo.http.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  @TempDir Path folder;

  @Test
  void everyLineOfEveryThreadIsThereAtTheEnd() throws Exception {
    Path path = folder.resolve("lines.log");
    Files.writeString(path, "before\n");
    var file = new LineFile(path.toString());
    file.start();
    List<String> lines = IntStream.range(0, 20_000).mapToObj(i -> "line ü " + i).toList();
    lines.parallelStream().forEach(line -> file.add(out -> out.text(line)));
    file.stop();

    List<String> written = Files.readAllLines(path);
    assertThat(written.get(0)).isEqualTo("before");
    assertThat(written.subList(1, written.size()))
        .containsExactlyInAnyOrderElementsOf(lines.stream().map(line -> '"' + line + '"').toList());
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("azulejo-access-log"));
  }

  @Test
  void whatDoesNotFitIsLeftOut() throws Exception {
    Path path = folder.resolve("lines.log");
    var file = new LineFile(path.toString());
    String wide = "x".repeat(1 << 20);
    for (int line = 0; line < 100; line++) {
      file.add(out -> out.text(wide));
    }
    file.start();
    file.stop();

    assertThat(Files.readAllLines(path)).hasSizeBetween(2, 32);
  }
}
