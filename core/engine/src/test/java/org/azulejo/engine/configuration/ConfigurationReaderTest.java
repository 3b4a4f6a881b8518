package org.azulejo.engine.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.azulejo.api.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
  private final ConfigurationReader reader = new ConfigurationReader();
  @TempDir private Path folder;

  private Configuration read(String json) {
    return reader.read(json.getBytes(UTF_8), Base.of(folder));
  }

  private void refuses(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(sentence);
  }

  @Test
  void layersKeepTheirOrderAndTheirNames() {
    var configuration =
        read(
            "{\"cache\": {\"name\": \"Test\"}, \"layers\": {\"b\": {}, \"ä/1\": {}, \"__proto__\": {}}}");
    assertThat(configuration.layers().keySet()).containsExactly("b", "ä/1", "__proto__");
    assertThat(configuration.cache()).hasValueSatisfying(c -> assertThat(c.has("name")).isTrue());
  }

  @Test
  void everythingMayBeAbsentOrNull() {
    for (String json :
        new String[] {"{}", "{\"cache\": null, \"index\": null, \"logging\": null}"}) {
      var configuration = read(json);
      assertThat(configuration.cache()).isEmpty();
      assertThat(configuration.layers()).isEmpty();
      assertThat(configuration.index()).isEmpty();
      assertThat(configuration.logging()).isEmpty();
    }
  }

  @Test
  void commentsAndTrailingCommasAreWelcome() {
    var configuration =
        read(
            """
            { // of this
              # and that
              "layers": { /* here */ "osm": {"provider": {},}, },
            }
            """);
    assertThat(configuration.layers()).containsOnlyKeys("osm");
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertThat(read("\uFEFF{\"layers\": {\"osm\": {}}}").layers()).containsOnlyKeys("osm");
  }

  @Test
  void errorsHaveLineAndColumn() {
    assertThatThrownBy(() -> read("{\n  \"layers\": {\n    \"osm\" {}\n}}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageMatching("line 3, column \\d+: Unexpected character .*")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aPasswordThatNobodyQuotedIsNotRepeated() {
    assertThatThrownBy(() -> read("{\"password\": hunter2}"))
        .hasMessageContaining("Unrecognized token:")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void somethingAfterTheEndIsAnError() {
    assertThatThrownBy(() -> read("{} {}")).hasMessageStartingWith("line 1, column ");
  }

  @Test
  void nestingWithoutEndIsAnError() {
    assertThatThrownBy(() -> read("[".repeat(100_000)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("nesting");
  }

  @Test
  void whatIsNoObjectIsNoConfiguration() {
    String sentence =
        "A configuration is an object { \"cache\": ..., \"layers\": ... }; this is none.";
    refuses("[]", sentence);
    refuses("", sentence);
    refuses("null", sentence);
  }

  @Test
  void layersAreAnObject() {
    refuses(
        "{\"layers\": [{\"password\": \"x\"}]}",
        "layers: expected an object { \"name\": { ... } }, found a list.");
    refuses("{\"layers\": null}", "layers: expected an object { \"name\": { ... } }, found null.");
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, text/html",
    "index.txt, text/plain",
    "index.png, image/png",
    "index.whatever, application/octet-stream",
  })
  void theIndexIsReadAndItsTypeGuessedFromItsName(String name, String type) throws IOException {
    Files.writeString(folder.resolve(name), "Hello");
    var index = read("{\"index\": \"" + name + "\"}").index().orElseThrow();
    assertThat(index.bytes()).asString(UTF_8).isEqualTo("Hello");
    assertThat(index.mediaType()).isEqualTo(type);
  }

  @Test
  void anIndexThatIsNotThereIsSaid() {
    refuses(
        "{\"index\": \"no.html\"}", "index: \"no.html\" cannot be read: There is no such file.");
    refuses(
        "{\"index\": \"ftp://h/x\"}",
        "index: \"ftp://h/x\" must be a path or a file, http or https address.");
    refuses("{\"index\": {}}", "index: expected a text, found an object.");
  }

  @Test
  void theLevelOfLoggingIsPassedOnAsItStands() {
    assertThat(read("{\"logging\": \"DEBUG\"}").logging()).hasValue("DEBUG");
  }

  @Test
  void readersLeaveNothingOnTheThreadsThatCallThem() {
    assertThat(ConfigurationReader.mapper().getFactory()._getRecyclerPool().getClass().getName())
        .doesNotContain("ThreadLocal");
  }
}
