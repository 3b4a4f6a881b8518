package org.azulejo.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.azulejo.api.Format;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pixels of tiles that TileStache itself made with a palette. */
class RecordedPaletteTest {
  /** The very photograph that the palettes were laid upon. */
  private static final String PHOTOGRAPH = "goldens/pixel_effects/009.png";

  @ParameterizedTest
  @CsvSource({"colours32.act, 001.png", "two.act, 007.png"})
  void thePixelsAreThoseOfTileStache(String palette, String tile) throws Exception {
    Path recordings = recordings();
    String location = recordings.resolve("cases/palette").resolve(palette).toUri().toString();
    String json = "{\"png options\": {\"palette\": \"%s\"}}".formatted(location);
    Encoder encoder = new Encoders(EncodersTest.options(json)).encoder(Format.PNG);
    BufferedImage photograph = picture(recordings.resolve(PHOTOGRAPH));
    BufferedImage expected = picture(recordings.resolve("goldens/palette").resolve(tile));
    assertThat(Pictures.pixels(Pictures.decoded(encoder.encode(photograph))))
        .isEqualTo(Pictures.pixels(expected));
  }

  private static BufferedImage picture(Path path) throws Exception {
    return Pictures.decoded(Files.readAllBytes(path));
  }

  private static Path recordings() {
    Path top = Path.of("").toAbsolutePath();
    while (top.getParent() != null && !Files.exists(top.resolve(".mvn"))) {
      top = top.getParent();
    }
    Path recordings = top.resolve("../shared/conformance").normalize();
    assumeTrue(Files.isDirectory(recordings), "There are no recordings of TileStache here.");
    return recordings;
  }
}
