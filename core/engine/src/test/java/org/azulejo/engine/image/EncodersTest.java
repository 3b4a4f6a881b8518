package org.azulejo.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.azulejo.api.Format;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodersTest {
  static Section options(String json) throws Exception {
    var surroundings = new Surroundings.Plain(Base.of(Path.of("")), List.of());
    return new Section("layers.test", new ObjectMapper().readTree(json), surroundings);
  }

  static Stream<Format> formats() {
    return Format.IMAGES.stream();
  }

  private static Encoder encoder(Format format) throws Exception {
    return new Encoders(options("{}")).encoder(format);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatIsWrittenLooksLikeThePicture(Format format) throws Exception {
    BufferedImage picture = Pictures.gradient(512, 512);
    BufferedImage back = Pictures.decoded(encoder(format).encode(picture));
    assertThat(back.getWidth()).isEqualTo(512);
    assertThat(back.getHeight()).isEqualTo(512);
    assertThat(Pictures.difference(picture, back)).isLessThan(6);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void translucentPicturesLookAlikeOnWhite(Format format) throws Exception {
    BufferedImage picture = Pictures.translucent(64, 64);
    if (format.equals(Format.GIF)) {
      picture = Pictures.picture(64, 64, (x, y) -> x < 20 ? 0 : 0xFF000000 | x * 0x020103);
    }
    BufferedImage back = Pictures.decoded(encoder(format).encode(picture));
    assertThat(Pictures.difference(picture, back)).isLessThan(6);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aSinglePixelIsAPicture(Format format) throws Exception {
    BufferedImage picture = Pictures.picture(1, 1, (x, y) -> 0xFF3366CC);
    BufferedImage back = Pictures.decoded(encoder(format).encode(picture));
    assertThat(Pictures.difference(picture, back)).isLessThan(4);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aPartOfAPictureIsWrittenAsIfItWereWhole(Format format) throws Exception {
    BufferedImage large = Pictures.gradient(90, 80);
    BufferedImage part = large.getSubimage(13, 29, 61, 47);
    BufferedImage copy = Pictures.picture(61, 47, (x, y) -> large.getRGB(x + 13, y + 29));
    assertThat(encoder(format).encode(part)).isEqualTo(encoder(format).encode(copy));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void manyThreadsWriteTheSameBytes(Format format) throws Exception {
    Encoder encoder = encoder(format);
    BufferedImage picture = Pictures.areas(100, 100, 300);
    byte[] expected = encoder.encode(picture);
    var pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<byte[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        tasks.add(() -> encoder.encode(picture));
      }
      for (Future<byte[]> written : pool.invokeAll(tasks)) {
        assertThat(written.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void pixelsDoNotBecomeVectors() {
    assertThatThrownBy(() -> encoder(Format.of("GeoJSON", "application/json", "geojson")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownOptionsAreNoticed() throws Exception {
    Section layer = options("{\"jpeg options\": {\"quality\": 50, \"qualiti\": 4}}");
    new Encoders(layer);
    assertThat(layer.unknownKeys()).singleElement().asString().contains("qualiti");
  }
}
