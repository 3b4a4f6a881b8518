package org.azulejo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void withoutOptionsTheSettingsDecide() {
    assertThat(parse("serve"))
        .isEqualTo(new Command.Serve(Optional.empty(), Optional.empty(), Optional.empty(), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve -c tiles.json -i 0.0.0.0 -p 8000",
        "serve --port 8000 --ip 0.0.0.0 --config tiles.json",
        "serve --config=tiles.json --ip=0.0.0.0 --port=8000",
        "serve -p 1 -c tiles.json -i 0.0.0.0 -p 8000"
      })
  void everyWayToSayItMeansTheSame(String line) {
    assertThat(parse(line))
        .isEqualTo(
            new Command.Serve(
                Optional.of("tiles.json"), Optional.of("0.0.0.0"), Optional.of(8000), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve -s", "serve --shell"})
  void aShellIsThereForWhoeverAsks(String line) {
    assertThat(parse(line))
        .isEqualTo(new Command.Serve(Optional.empty(), Optional.empty(), Optional.empty(), true));
  }

  @Test
  void aCheckMayNameItsConfiguration() {
    assertThat(parse("check")).isEqualTo(new Command.Check(Optional.empty()));
    assertThat(parse("check a.json")).isEqualTo(new Command.Check(Optional.of("a.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check -c", "check a.json b.json", "check --quiet", "check a.json -p"})
  void aCheckTakesNothingElse(String line) {
    String last = line.substring(line.lastIndexOf(' ') + 1);
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + last + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "serve --help", "serve -p 80 -h", "check -h"})
  void helpIsGiven(String line) {
    assertThat(parse(line)).isEqualTo(new Command.Help());
  }

  @Test
  void theVersionIsTold() {
    assertThat(parse("--version")).isEqualTo(new Command.Version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "http", "80.5", "99999999999"})
  void aPortOutOfRangeIsRefusedByName(String port) {
    assertThatThrownBy(() -> parse("serve -p " + port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("-p:")
        .hasMessageContaining("0 to 65535")
        .hasMessageContaining(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve -c", "serve -p", "serve --ip", "serve --config="})
  void anOptionWithoutItsValueIsRefused(String line) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("needs a value after it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve --prot 80", "serve tiles.json", "serve -x=1", "seed", "-c x"})
  void whatIsNotKnownIsNamed(String line) {
    String[] words = line.split(" ");
    String unknown = words[0].equals("serve") ? words[1] : words[0];
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + unknown + "\"");
  }

  @Test
  void anEmptyLineIsAnsweredWithAHint() {
    assertThatThrownBy(() -> CommandLine.parse(List.of())).hasMessageContaining("azulejo serve");
  }

  private static Command parse(String line) {
    return CommandLine.parse(List.of(line.split(" ")));
  }
}
