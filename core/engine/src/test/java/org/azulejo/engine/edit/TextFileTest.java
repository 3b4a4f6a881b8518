package org.azulejo.engine.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.azulejo.engine.configuration.ConfigurationSource.LocalFile;
import org.azulejo.operation.ConflictException;
import org.azulejo.operation.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("azulejo.json"), "old");
  }

  private static void replace(Path place, String expected, String bytes) throws Exception {
    new TextFile(new LocalFile(place)).replace(expected.getBytes(UTF_8), bytes.getBytes(UTF_8));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void anotherTextTakesItsPlaceAndNothingElseIsLeft() throws Exception {
    Object before = Files.getAttribute(file, "fileKey");
    replace(file, "old", "new");
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("azulejo.json");
    assumeThat(before).as("the file system tells one file from another").isNotNull();
    assertThat(Files.getAttribute(file, "fileKey")).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-rw-", "rwxr-xr-x"})
  void permissionsStay(String permissions) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    replace(file, "old", "new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(permissions);
  }

  @Test
  void theOwnerStaysWhereThatIsAllowed() throws Exception {
    assumeThat((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
        .as("only root may give files away")
        .isZero();
    Files.setAttribute(file, "unix:uid", 12345);
    Files.setAttribute(file, "unix:gid", 12346);
    replace(file, "old", "new");
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(12345);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(12346);
  }

  @Test
  void aSymbolicLinkKeepsLeadingToIt() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path real = Files.move(file, elsewhere.resolve("real.json"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link.json"), Path.of("real.json"));
    Files.createSymbolicLink(file, link);
    replace(file, "old", "new");
    assertThat(real).hasContent("new").isRegularFile();
    assertThat(Files.readSymbolicLink(file)).isEqualTo(link);
    assertThat(elsewhere).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
  }

  @Test
  void whatSomebodyElseHasWrittenStays() throws Exception {
    assertThatThrownBy(() -> replace(file, "older", "new")).isInstanceOf(ConflictException.class);
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("azulejo.json");
    Files.delete(file);
    assertThatThrownBy(() -> replace(file, "old", "new")).isInstanceOf(ConflictException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void whatMustNotBeWrittenToIsRefusedWithoutTheWayToIt() throws Exception {
    assumeThat(Path.of("/proc/version")).as("a file that not even root may write").exists();
    Path locked = Path.of("/proc/version");
    assertThatThrownBy(() -> replace(locked, Files.readString(locked), "new"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("version")
        .hasMessageNotContaining("/proc");
  }

  @Test
  void aPipeIsRefusedAndNotReadEmpty() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> new TextFile(new LocalFile(pipe)).read())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no ordinary file");
  }

  @Test
  void aFileThatIsGoneIsSaidWithoutTheWayToIt() throws Exception {
    Files.delete(file);
    assertThatThrownBy(() -> new TextFile(new LocalFile(file)).read())
        .isInstanceOf(IOException.class)
        .hasMessage("The configuration azulejo.json cannot be read: There is no such file.");
  }
}
