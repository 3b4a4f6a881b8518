package org.azulejo.effect.desaturate;

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
class DesaturateTest implements EffectContract {
  @Override
  public Effect effect() {
    return effect("{}");
  }

  private static Effect effect(String options) {
    return new DesaturateFactory().create(TestOptions.of(options));
  }

  @ParameterizedTest
  @CsvSource({
    "0.85, f0a33f2e, a276178a, b245e089, 4382b5bc",
    "0.4, 06b5d58c, 5460fd28, f90a7456, 08cd2163",
    "0, 7cd02b75, 2e0503d1, 991e7055, 68d92560",
    "7, e5ef3d7a, b73a15de, ffeba932, 0e2cfc07",
    "-3, 7cd02b75, 2e0503d1, 991e7055, 68d92560",
    "0.333, 44d909e3, 160c2147, 3704f1ee, c6c3a4db"
  })
  void thePixelsAreThoseOfPillow(
      String factor, String small, String smallClear, String large, String largeClear)
      throws Exception {
    Effect effect = effect("{'factor': " + factor + "}");
    assertThat(checksum(effect.apply(TestPicture.opaque(61, 47)))).isEqualTo(small);
    assertThat(checksum(effect.apply(TestPicture.translucent(61, 47)))).isEqualTo(smallClear);
    assertThat(checksum(effect.apply(TestPicture.opaque(256, 256)))).isEqualTo(large);
    assertThat(checksum(effect.apply(TestPicture.translucent(256, 256)))).isEqualTo(largeClear);
  }

  private static String checksum(BufferedImage image) {
    return "%08x".formatted(TestPicture.checksum(image));
  }

  @Test
  void theUsualFactorIs85Percent() throws Exception {
    int[] usual = TestPicture.pixels(effect().apply(TestPicture.opaque(61, 47)));
    Effect same = effect("{'factor': 0.85}");
    assertThat(usual).isEqualTo(TestPicture.pixels(same.apply(TestPicture.opaque(61, 47))));
  }
}
