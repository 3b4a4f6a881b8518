package org.azulejo.effect.pixelate;

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
class PixelateTest implements EffectContract {
  @Override
  public Effect effect() {
    return effect("{}");
  }

  private static Effect effect(String options) {
    return new PixelateFactory().create(TestOptions.of(options));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 07782ed1, bbc80470, 6e4cad37, 40acbdc4",
    "16, 72435802, 09a02b94, 7adc00ff, 37cf9144",
    "0, 7cd02b75, 2e0503d1, 991e7055, 68d92560",
    "2.5, 8684b102, 7925c103, 03f93964, cdb302e8",
    "3.7, 652f92fa, f2e7d672, d430b04e, fc57b443",
    "1.5, 413a1cb7, 986fc598, 27f24a16, 52098036",
    "47, 33dfe6bd, 06079801, f923e94a, 37e77286"
  })
  void thePixelsAreThoseOfPillow(
      String reduction, String small, String smallClear, String large, String largeClear)
      throws Exception {
    Effect effect = effect("{'reduction': " + reduction + "}");
    assertThat(checksum(effect.apply(TestPicture.opaque(61, 47)))).isEqualTo(small);
    assertThat(checksum(effect.apply(TestPicture.translucent(61, 47)))).isEqualTo(smallClear);
    assertThat(checksum(effect.apply(TestPicture.opaque(256, 256)))).isEqualTo(large);
    assertThat(checksum(effect.apply(TestPicture.translucent(256, 256)))).isEqualTo(largeClear);
  }

  private static String checksum(BufferedImage image) {
    return "%08x".formatted(TestPicture.checksum(image));
  }

  @Test
  void theUsualReductionIsFive() throws Exception {
    int[] usual = TestPicture.pixels(effect().apply(TestPicture.opaque(61, 47)));
    Effect same = effect("{'reduction': 5}");
    assertThat(usual).isEqualTo(TestPicture.pixels(same.apply(TestPicture.opaque(61, 47))));
  }

  @Test
  void aPictureSmallerThanASquareBecomesItsMiddlePixel() throws Exception {
    BufferedImage picture = TestPicture.opaque(20, 10);
    int middle = picture.getRGB(10, 5);
    for (int pixel : TestPicture.pixels(effect("{'reduction': 1e300}").apply(picture))) {
      assertThat(pixel).isEqualTo(middle);
    }
  }
}
