package org.azulejo.effect.blur;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.azulejo.api.Effect;
import org.azulejo.testkit.EffectContract;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TestPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checksums are those of the pictures that Pillow 9.4 makes. */
class BlurTest implements EffectContract {
  @Override
  public Effect effect() {
    return effect("{}");
  }

  private static Effect effect(String options) {
    return new BlurFactory().create(TestOptions.of(options));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 8cdca43c, 0270c988, a018b085, 7c362bd0",
    "2, 84508dfa, 70568758, cbcb8ee3, 2e1ab354",
    "1.5, 5b61b2c5, ef9e9859, e9181d9c, 74567b0a",
    "0, 7cd02b75, 2e0503d1, 991e7055, 68d92560",
    "-4, 7cd02b75, 2e0503d1, 991e7055, 68d92560",
    "0.3, b4f027a6, 7481a5b8, cee4738d, 7749098c",
    "30, 78401ff4, 405499ae, 4bb61943, fd6410b8",
    "100, 83f36867, e63f0aea, 262a03d3, bf759f73",
    "1000, ec491437, 9aa55c59, ef8d95bb, 7ea67ae9"
  })
  void thePixelsAreThoseOfPillow(
      String radius, String small, String smallClear, String large, String largeClear)
      throws Exception {
    Effect effect = effect("{'radius': " + radius + "}");
    assertThat(checksum(effect.apply(TestPicture.opaque(61, 47)))).isEqualTo(small);
    assertThat(checksum(effect.apply(TestPicture.translucent(61, 47)))).isEqualTo(smallClear);
    assertThat(checksum(effect.apply(TestPicture.opaque(256, 256)))).isEqualTo(large);
    assertThat(checksum(effect.apply(TestPicture.translucent(256, 256)))).isEqualTo(largeClear);
  }

  private static String checksum(BufferedImage image) {
    return "%08x".formatted(TestPicture.checksum(image));
  }

  @Test
  void theUsualRadiusIsFive() throws Exception {
    int[] usual = TestPicture.pixels(effect().apply(TestPicture.opaque(61, 47)));
    Effect same = effect("{'radius': 5}");
    assertThat(usual).isEqualTo(TestPicture.pixels(same.apply(TestPicture.opaque(61, 47))));
  }

  @Test
  void aRadiusBeyondAllBoundsIsAsTheGreatest() throws Exception {
    BufferedImage one = effect("{'radius': 1e30}").apply(TestPicture.translucent(64, 32));
    BufferedImage other = effect("{'radius': 10000}").apply(TestPicture.translucent(64, 32));
    assertThat(TestPicture.pixels(one)).isEqualTo(TestPicture.pixels(other));
  }
}
