package org.azulejo.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.azulejo.api.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PngEncoderTest {
  private static final int BIT_DEPTH = 24;
  private static final int COLOUR_TYPE = 25;

  private static void comesBackExactly(Encoder encoder, BufferedImage picture) throws Exception {
    BufferedImage back = Pictures.decoded(encoder.encode(picture));
    assertThat(back.getWidth()).isEqualTo(picture.getWidth());
    assertThat(Pictures.pixels(back)).isEqualTo(Pictures.pixels(picture));
  }

  private static BufferedImage noise(int width, int height) {
    var random = new Random(3);
    return Pictures.picture(width, height, (x, y) -> random.nextInt());
  }

  @Test
  void everyPixelComesBack() throws Exception {
    for (Encoder encoder : new Encoder[] {new PngEncoder(), new SmallPngEncoder()}) {
      comesBackExactly(encoder, Pictures.gradient(61, 300));
      comesBackExactly(encoder, Pictures.translucent(300, 61));
      comesBackExactly(encoder, Pictures.areas(97, 31, 200));
      comesBackExactly(encoder, noise(101, 53));
      comesBackExactly(encoder, noise(1, 1));
    }
  }

  @Test
  void largePicturesComeBack() throws Exception {
    comesBackExactly(new PngEncoder(), Pictures.gradient(3000, 700));
    comesBackExactly(new PngEncoder(), Pictures.areas(40_000, 20, 60_000));
  }

  @ParameterizedTest
  @EnumSource(PngFiltering.class)
  void everyWayOfFilteringComesBack(PngFiltering filtering) throws Exception {
    for (int level : new int[] {1, 3, 9}) {
      var writer = new PngWriter(filtering, level);
      Encoder encoder = image -> writer.write(TrueColour.of(Argb.of(image)));
      comesBackExactly(encoder, noise(67, 45));
      comesBackExactly(encoder, Pictures.gradient(256, 256));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "5, 4", "16, 4", "17, 8", "256, 8"})
  void fewColoursTakeFewBits(int colours, int bits) throws Exception {
    BufferedImage picture = Pictures.areas(203, 190, colours);
    byte[] bytes = new PngEncoder().encode(picture);
    assertThat(bytes[COLOUR_TYPE]).isEqualTo((byte) 3);
    assertThat(bytes[BIT_DEPTH]).isEqualTo((byte) bits);
    assertThat(Pictures.pixels(Pictures.decoded(bytes))).isEqualTo(Pictures.pixels(picture));
  }

  @Test
  void onlyPicturesThatNeedItHaveAlpha() {
    assertThat(new PngEncoder().encode(Pictures.gradient(99, 99))[COLOUR_TYPE]).isEqualTo((byte) 2);
    assertThat(new PngEncoder().encode(noise(99, 99))[COLOUR_TYPE]).isEqualTo((byte) 6);
  }

  @Test
  void evenTheColourOfTheInvisibleComesBack() throws Exception {
    comesBackExactly(new PngEncoder(), Pictures.picture(9, 9, (x, y) -> x * 0x102030));
  }

  @Test
  void optimizedPicturesAreNotLarger() throws Exception {
    Encoder optimized =
        new Encoders(EncodersTest.options("{\"png options\": {\"optimize\": true}}"))
            .encoder(Format.PNG);
    for (BufferedImage picture :
        new BufferedImage[] {Pictures.gradient(256, 256), Pictures.areas(256, 256, 3000)}) {
      assertThat(optimized.encode(picture).length)
          .isLessThanOrEqualTo(new PngEncoder().encode(picture).length);
    }
  }
}
