package org.azulejo.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.azulejo.api.ConfigurationException;
import org.azulejo.api.OptionKey;
import org.azulejo.engine.fake.Sections;
import org.junit.jupiter.api.Test;

class OptionKeyTest {
  private static final OptionKey FACTOR = OptionKey.number("factor").or(0.85).from(0).to(1);
  private static final OptionKey SIZE = OptionKey.integer("size").required().from(1);
  private static final OptionKey DIRS = OptionKey.word("dirs", "safe", "portable").or("safe");
  private static final OptionKey VERBOSE = OptionKey.flag("verbose");

  @Test
  void whatIsAbsentIsAsTheKeySays() {
    var options = Sections.of("{}");
    assertThat(options.number(FACTOR)).isEqualTo(0.85);
    assertThat(options.text(DIRS)).isEqualTo("safe");
    assertThat(options.flag(VERBOSE)).isFalse();
  }

  @Test
  void whatIsThereIsRead() {
    var options = Sections.of("{'factor': '0.5', 'size': 3, 'dirs': 'Portable', 'verbose': true}");
    assertThat(options.number(FACTOR)).isEqualTo(0.5);
    assertThat(options.integer(SIZE)).isEqualTo(3);
    assertThat(options.text(DIRS)).isEqualTo("portable");
    assertThat(options.flag(VERBOSE)).isTrue();
  }

  @Test
  void whatIsOutOfRangeIsRefusedWithTheRange() {
    var options = Sections.of("{'factor': 2, 'size': 0, 'dirs': 'other'}");
    assertThatThrownBy(() -> options.number(FACTOR))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith(".factor: expected 0 to 1, found 2.");
    assertThatThrownBy(() -> options.integer(SIZE))
        .hasMessageEndingWith(".size: expected 1 or more, found 0.");
    assertThatThrownBy(() -> options.text(DIRS))
        .hasMessageEndingWith(".dirs: expected safe or portable, found \"other\".");
  }

  @Test
  void whatIsRequiredIsMissed() {
    assertThatThrownBy(() -> Sections.of("{}").integer(SIZE)).hasMessageContaining("size");
  }
}
