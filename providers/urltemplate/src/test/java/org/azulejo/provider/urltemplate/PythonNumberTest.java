package org.azulejo.provider.urltemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonNumberTest {
  /** Each as Python 3 prints it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0",
        "-0.0",
        "1.0",
        "-1.0",
        "10.0",
        "100.0",
        "0.1",
        "-20037508.342789244",
        "-4.470348358154297e-08",
        "5009377.085697278",
        "-1.4062499999999991",
        "0.0001",
        "9.999e-05",
        "1e-05",
        "1.5e-07",
        "123456789012345.6",
        "1234567890123456.0",
        "9999999999999998.0",
        "1e+16",
        "1.2345678901234568e+16",
        "1e+22",
        "1e+23",
        "-1.5e+300",
        "2e-44",
        "0.002",
        "0.3333333333333333",
        "5e-324",
        "5.684341886080802e-14",
        "1801514316094494.2",
        "2.2250738585072014e-308",
        "1.7976931348623157e+308"
      })
  void numbersLookAsInPython(String text) {
    assertThat(PythonNumber.text(Double.parseDouble(text))).isEqualTo(text);
  }

  @Test
  void theBoxesThatTileStacheAskedForLookTheSame() throws IOException {
    List<String> numbers = recorded();
    assertThat(numbers).hasSizeGreaterThan(40);
    assertThat(numbers)
        .allSatisfy(
            text -> assertThat(PythonNumber.text(Double.parseDouble(text))).isEqualTo(text));
  }

  private static List<String> recorded() throws IOException {
    Path file = top().resolveSibling("shared/conformance/goldens/metatile/upstream.txt");
    assumeTrue(Files.isRegularFile(file), "The recordings of TileStache are not here.");
    return Files.readAllLines(file).stream()
        .flatMap(line -> Pattern.compile("(?<=[=,])-?[0-9.e-]+(?=[,&])").matcher(line).results())
        .map(MatchResult::group)
        .filter(text -> text.contains("."))
        .toList();
  }

  private static Path top() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
