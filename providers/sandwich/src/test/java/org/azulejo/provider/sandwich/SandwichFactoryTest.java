package org.azulejo.provider.sandwich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.azulejo.api.ConfigurationException;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.Test;

class SandwichFactoryTest {
  private final FakeLayer photo = FakeLayer.empty("photo");
  private final FakeLayer ramp = FakeLayer.empty("ramp");

  @Test
  void theStackIsRequired() {
    assertThatThrownBy(() -> new SandwichFactory().create(TestOptions.of("{}")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("test.stack: ");
  }

  @Test
  void mistakesAreSaidWithTheirPlace() {
    assertRefused("'color': 'ff9900'", "color: expected # and three, four, six or eight");
    assertRefused("'color': '#ff990'", "found \"#ff990\"");
    assertRefused("'color': '#monkey'", "found \"#monkey\"");
    assertRefused("'color': ['#fff']", "color: expected a text");
    assertRefused("'color': '#fff', 'zoom': '2-'", "zoom: expected one zoom or two");
    assertRefused("'color': '#fff', 'opacity': -0.1", "opacity: expected 0 to 1, found -0.1");
    assertRefused("'color': '#fff', 'src': 'photo', 'mask': 'ramp'", "do not go together");
    assertRefused("'mask': 'ramp'", "mask: a mask needs a src or a color");
    assertRefused("'opacity': 0.5", "src: a src or a color is required");
    assertRefused("'src': 'nowhere.png'", "src: there is no layer and no picture \"nowhere.png\"");
    assertRefused("'src': 'photo', 'mask': 'nowhere'", "mask: there is no layer \"nowhere\"");
    assertRefused("'src': 'gopher://hole'", "must be a path or a file, http or https address");
  }

  @Test
  void colorsHaveFourSpellings() {
    assertThat(Colour.parse("#f90")).hasValue(new Colour(1, 0.6f, 0, 1));
    assertThat(Colour.parse("#F908")).isEqualTo(Colour.parse("#ff990088"));
    assertThat(Colour.parse("#ff9900")).isEqualTo(Colour.parse("#f90"));
    assertThat(Colour.parse("")).isEmpty();
    assertThat(Colour.parse("#")).isEmpty();
    assertThat(Colour.parse("#ff")).isEmpty();
  }

  private void assertRefused(String entry, String sentence) {
    assertThatThrownBy(() -> Sandwiches.of("[{'color': '#000'}, {" + entry + "}]", photo, ramp))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("test.stack[1].")
        .hasMessageContaining(sentence);
  }
}
