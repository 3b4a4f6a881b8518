package org.azulejo.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class JpegEncoderTest {
  private static final int BASELINE = 0xC0;
  private static final int PROGRESSIVE = 0xC2;

  private static byte[] encoded(String options, BufferedImage picture) throws Exception {
    return new JpegEncoder(EncodersTest.options(options)).encode(picture);
  }

  /** Where the segment that describes the samples begins. */
  private static int frame(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 255) != BASELINE && (jpeg[at + 1] & 255) != PROGRESSIVE) {
      at += 2 + ((jpeg[at + 2] & 255) << 8 | jpeg[at + 3] & 255);
    }
    return at;
  }

  @Test
  void theTransparentBecomesWhite() throws Exception {
    BufferedImage picture = Pictures.picture(32, 32, (x, y) -> x < 16 ? 0 : 0x80000000);
    BufferedImage back = Pictures.decoded(new JpegEncoder().encode(picture));
    assertThat(back.getRGB(4, 4)).isEqualTo(0xFFFFFFFF);
    assertThat(back.getRGB(28, 4) & 255).isBetween(125, 129);
  }

  @Test
  void theUsualQualityIs75() throws Exception {
    BufferedImage picture = Pictures.gradient(128, 128);
    assertThat(encoded("{\"quality\": 75}", picture))
        .isEqualTo(new JpegEncoder().encode(picture))
        .isEqualTo(encoded("{}", picture));
  }

  @Test
  void lowerQualityIsSmaller() throws Exception {
    BufferedImage picture = Pictures.areas(128, 128, 3000);
    assertThat(encoded("{\"quality\": 10}", picture).length)
        .isLessThan(encoded("{\"quality\": 75}", picture).length / 2);
    assertThat(encoded("{\"quality\": 100}", picture))
        .isEqualTo(encoded("{\"quality\": 300}", picture));
  }

  @Test
  void optimizedIsSmallerAndLooksTheSame() throws Exception {
    BufferedImage picture = Pictures.areas(128, 128, 50);
    byte[] usual = encoded("{}", picture);
    byte[] optimized = encoded("{\"optimize\": true}", picture);
    assertThat(optimized.length).isLessThan(usual.length);
    assertThat(Pictures.pixels(Pictures.decoded(optimized)))
        .isEqualTo(Pictures.pixels(Pictures.decoded(usual)));
  }

  @Test
  void progressiveIsSaidInTheHeader() throws Exception {
    BufferedImage picture = Pictures.gradient(64, 64);
    byte[] baseline = encoded("{}", picture);
    byte[] progressive = encoded("{\"progressive\": true}", picture);
    assertThat(baseline[frame(baseline) + 1] & 255).isEqualTo(BASELINE);
    assertThat(progressive[frame(progressive) + 1] & 255).isEqualTo(PROGRESSIVE);
  }

  @Test
  void coloursHaveHalfTheResolution() throws Exception {
    byte[] jpeg = encoded("{}", Pictures.gradient(64, 64));
    int samples = frame(jpeg) + 10;
    assertThat(jpeg[samples + 1]).isEqualTo((byte) 0x22);
    assertThat(jpeg[samples + 4]).isEqualTo((byte) 0x11);
    assertThat(jpeg[samples + 7]).isEqualTo((byte) 0x11);
  }
}
