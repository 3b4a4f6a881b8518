package org.azulejo.provider.urltemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  /** As Python's string.Template.safe_substitute does. */
  @ParameterizedTest
  @CsvSource({
    "$width, 256",
    "${width}, 256",
    "$width$zoom, 2567",
    "${width}px, 256px",
    "$$width, $width",
    "$$$width, $256",
    "$widthpx, $widthpx",
    "${widthpx}, ${widthpx}",
    "$Width, $Width",
    "$unknown, $unknown",
    "${}, ${}",
    "$, $",
    "$5, $5",
    "100$, 100$",
    "$srs, a$1\\b",
  })
  void blanksAreFilledInAsByPython(String template, String text) {
    var values = Map.of("width", "256", "zoom", "7", "srs", "a$1\\b");
    assertThat(new Template(template).fill(values)).isEqualTo(text);
  }
}
