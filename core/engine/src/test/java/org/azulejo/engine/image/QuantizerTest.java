package org.azulejo.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.azulejo.api.Format;
import org.junit.jupiter.api.Test;

class QuantizerTest {
  private static BufferedImage quantized(BufferedImage picture) {
    Indexed indexed = Quantizer.quantize(Argb.of(picture));
    assertThat(indexed.palette().colours()).hasSizeLessThanOrEqualTo(256);
    BufferedImage back = indexed.image();
    return Pictures.picture(picture.getWidth(), picture.getHeight(), back::getRGB);
  }

  @Test
  void fewColoursStayWhatTheyAre() {
    BufferedImage picture = Pictures.areas(120, 80, 256);
    assertThat(Pictures.pixels(quantized(picture))).isEqualTo(Pictures.pixels(picture));
  }

  @Test
  void manyColoursBecomeMuchTheSame() {
    BufferedImage picture = Pictures.areas(256, 256, 5000);
    BufferedImage few = quantized(picture);
    assertThat(Arrays.stream(Pictures.pixels(few)).distinct().count()).isBetween(200L, 256L);
    assertThat(Pictures.difference(few, picture)).isLessThan(6);
  }

  @Test
  void anyNumberOfColoursIsBorne() {
    BufferedImage rich =
        Pictures.picture(700, 700, (x, y) -> 0xFF000000 | x / 3 << 16 | y / 3 << 8 | (x ^ y) & 255);
    assertThat(Pictures.difference(quantized(rich), rich)).isLessThan(16);
    var random = new Random(1);
    BufferedImage noise = Pictures.picture(600, 600, (x, y) -> random.nextInt());
    assertThat(Pictures.difference(quantized(noise), noise)).isLessThan(40);
  }

  @Test
  void blackAndWhiteStaySoAmongManyColours() {
    var random = new Random(2);
    BufferedImage picture =
        Pictures.picture(
            400,
            400,
            (x, y) -> x < 150 ? -1 : x < 300 ? 0xFF000000 : random.nextInt() | 0xFF000000);
    BufferedImage few = quantized(picture);
    assertThat(few.getRGB(10, 10)).isEqualTo(-1);
    assertThat(few.getRGB(200, 10)).isEqualTo(0xFF000000);
  }

  @Test
  void theInvisibleStaysInvisibleAndTheOpaqueOpaque() {
    BufferedImage picture =
        Pictures.picture(256, 256, (x, y) -> x < 9 ? y << 8 : x << 24 | y << 8 | x);
    BufferedImage few = quantized(picture);
    for (int y = 0; y < 256; y++) {
      assertThat(few.getRGB(3, y)).isZero();
    }
    BufferedImage opaque = quantized(Pictures.gradient(256, 256));
    for (int pixel : Pictures.pixels(opaque)) {
      assertThat(pixel >>> 24).isEqualTo(255);
    }
  }

  @Test
  void theOptionAsksForFewColours() throws Exception {
    Encoder png =
        new Encoders(EncodersTest.options("{\"png options\": {\"palette256\": true}}"))
            .encoder(Format.PNG);
    BufferedImage back = Pictures.decoded(png.encode(Pictures.gradient(256, 256)));
    assertThat(Arrays.stream(Pictures.pixels(back)).distinct().count()).isBetween(200L, 256L);
  }

  @Test
  void transparencyOfGifIsAllOrNothing() throws Exception {
    Encoder gif = new Encoders(EncodersTest.options("{}")).encoder(Format.GIF);
    BufferedImage picture = Pictures.translucent(256, 256);
    BufferedImage back = Pictures.decoded(gif.encode(picture));
    for (int x = 0; x < 256; x++) {
      int expected = picture.getRGB(x, 100) >>> 24 < 128 ? 0 : 255;
      assertThat(back.getRGB(x, 100) >>> 24).isEqualTo(expected);
    }
  }
}
