package org.azulejo.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.azulejo.api.UpstreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileTest {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  @Test
  void aFileIsRead(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("a b.png"), HELLO);
    try (Upstream upstream = Asking.upstream("{'most bytes': 5}")) {
      assertThat(upstream.fetch(file.toUri())).hasValue(HELLO);
      assertThat(upstream.fetch(folder.resolve("none").toUri())).isEmpty();
      assertThat(upstream.fetch(folder.toUri())).isEmpty();
    }
  }

  @Test
  void aFileLargerThanTheLimitIsRefused(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("a.png"), HELLO);
    try (Upstream upstream = Asking.upstream("{'most bytes': 4}")) {
      assertThatThrownBy(() -> upstream.fetch(file.toUri())).isInstanceOf(UpstreamException.class);
    }
  }
}
