package org.azulejo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class PluginJarTest {
  @TempDir private Path folder;

  private void check(byte[] bytes) throws IOException {
    var contract = new Contract(new Version(0, 1, 0));
    PluginJar.of(Files.write(folder.resolve("plugin.jar"), bytes), JarBounds.USUAL, contract);
  }

  /** A bundle with a kilobyte that cannot be packed any smaller. */
  private static byte[] jar(String... headers) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    for (String header : headers) {
      manifest.getMainAttributes().putValue(header, "plugin");
    }
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new JarEntry("Plugin.class"));
      byte[] noise = new byte[1024];
      new Random(1).nextBytes(noise);
      jar.write(noise);
    }
    return bytes.toByteArray();
  }

  @Test
  void aWholeBundleIsGood() throws IOException {
    byte[] jar = jar("Bundle-SymbolicName");
    assertThatCode(() -> check(jar)).doesNotThrowAnyException();
  }

  @Test
  void aJarThatIsNoBundleIsNot() throws IOException {
    byte[] jar = jar();
    assertThatThrownBy(() -> check(jar)).hasMessageContaining("no Bundle-SymbolicName");
  }

  @Test
  void neitherIsAPartOfOneWhereverItEnds() throws IOException {
    byte[] jar = jar("Bundle-SymbolicName");
    for (int length = 0; length < jar.length; length += 13) {
      byte[] part = Arrays.copyOf(jar, length);
      assertThatThrownBy(() -> check(part))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("it is no jar, or not all of it is there");
    }
  }

  @Test
  void neitherIsOneWithAHoleOrAnotherByteInIt() throws IOException {
    byte[] holed = jar("Bundle-SymbolicName");
    Arrays.fill(holed, holed.length / 2, holed.length / 2 + 64, (byte) 0);
    assertThatThrownBy(() -> check(holed)).isInstanceOf(IOException.class);
    byte[] other = jar("Bundle-SymbolicName");
    other[other.length / 2]++;
    assertThatThrownBy(() -> check(other))
        .isInstanceOf(IOException.class)
        .message()
        .contains("Plugin.class");
    assertThat(other).hasSameSizeAs(holed);
  }
}
