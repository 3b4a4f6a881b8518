package org.azulejo.provider.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.azulejo.api.Area;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Projection;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.UpstreamException;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyProviderTest {
  private static final Projection MERCATOR = TestOptions.projection("spherical mercator");
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final byte[] NOTHING = {};

  private Counterpart server;
  private byte[] red;

  @BeforeEach
  void start() throws IOException {
    server = new Counterpart();
    red = Counterpart.picture("png", 256, Color.RED);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void bytesArePassedOnUntouched() throws Exception {
    server.answer("/", 200, red);
    EncodedTile tile = encoded(tile("{'url': '%s/{Z}/{X}/{Y}.png?z={z}'}", Format.PNG));
    assertThat(tile.bytes()).isEqualTo(red);
    assertThat(tile.format()).isEqualTo(Format.PNG);
    assertThat(tile.made()).isEqualTo(NOON);
    assertThat(server.asked()).containsExactly("/3/4/5.png?z=%7Bz%7D");
  }

  @ParameterizedTest
  @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF", "bmp, BMP", "tiff, TIFF"})
  void aPictureKeepsItsOwnFormat(String writer, String format) throws Exception {
    byte[] picture = Counterpart.picture(writer, 256, Color.RED);
    server.answer("/", 200, picture);
    EncodedTile tile = encoded(tile("{'url': '%s/a'}", Format.WEBP));
    assertThat(tile.format().name()).isEqualTo(format);
    assertThat(tile.bytes()).isEqualTo(picture);
  }

  @Test
  void coordinatesOutsideOfTheWorldArePassedOn() throws Exception {
    server.answer("/", 200, red);
    try (TileProvider provider = provider("{'url': '%s/{Z}/{X}/{Y}'}")) {
      provider.tile(request(new Coordinate(3, -1, 9), Format.PNG, 1));
    }
    assertThat(server.asked()).containsExactly("/3/-1/9");
  }

  @Test
  void tilesOfTwiceThePixelsAreAskedForByName() throws Exception {
    server.answer("/", 200, red);
    try (TileProvider provider = provider("{'url': '%s/{Z}/{X}/{Y}{R}.png'}")) {
      assertThat(provider.scales()).isTrue();
      provider.tile(request(new Coordinate(3, 4, 5), Format.PNG, 2));
      provider.tile(request(new Coordinate(3, 4, 5), Format.PNG, 1));
    }
    assertThat(server.asked()).containsExactly("/3/4/5@2x.png", "/3/4/5.png");
  }

  @Test
  void withoutANameForThemThereAreNone() throws Exception {
    try (TileProvider provider = provider("{'url': '%s/{Z}/{X}/{Y}.png'}")) {
      assertThat(provider.scales()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"404", "410", "204"})
  void aTileThatIsNotThereIsNone(int status) throws Exception {
    server.answer("/", status, NOTHING);
    assertThat(tile("{'url': '%s/a'}", Format.PNG)).isEmpty();
  }

  @Test
  void aFaultOfTheServerIsToldByItsNumber() {
    server.answer("/", 503, NOTHING);
    fails("{'url': '%s/a'}", "503");
  }

  @Test
  void anEmptyAnswerIsRefused() {
    server.answer("/", 200, NOTHING);
    fails("{'url': '%s/a'}", "nothing");
  }

  @Test
  void whatIsNoPictureIsRefused() {
    server.answer("/", 200, "<html>".getBytes(UTF_8));
    fails("{'url': '%s/a'}", "no picture");
  }

  @Test
  void aPictureCutOffIsRefused() {
    server.answer("/", 200, Arrays.copyOf(red, 300));
    fails("{'url': '%s/a'}", "cut off");
  }

  @Test
  void severalPicturesAreLaidOnTopOfEachOther() throws Exception {
    server.answer("/under", 200, red);
    server.answer("/over", 200, Counterpart.picture("png", 256, new Color(0, 0, 255, 128)));
    assertHalfBlue("{'url': '%1$s/under,%1$s/over'}");
  }

  @Test
  void severalMayBeGivenAsAList() throws Exception {
    server.answer("/under", 200, red);
    server.answer("/over", 200, Counterpart.picture("png", 256, new Color(0, 0, 255, 128)));
    assertHalfBlue("{'url': ['%1$s/under', '%1$s/over']}");
  }

  @Test
  void aPictureOfAnotherSizeIsFittedIn() throws Exception {
    server.answer("/under", 200, red);
    server.answer("/over", 200, Counterpart.picture("png", 64, new Color(0, 0, 255, 128)));
    assertHalfBlue("{'url': '%1$s/under,%1$s/over'}");
  }

  private void assertHalfBlue(String json) throws Exception {
    BufferedImage image = tile(json, Format.PNG).orElseThrow().image();
    assertThat(image.getWidth()).isEqualTo(256);
    for (int at : new int[] {0, 100, 255}) {
      assertThat(image.getRGB(at, at)).isEqualTo(0xFF7F0080);
    }
  }

  @Test
  void whatIsMissingAmongSeveralIsLeftOut() throws Exception {
    server.answer("/under", 200, red);
    server.answer("/over", 404, NOTHING);
    Tile tile = tile("{'url': '%1$s/under,%1$s/over'}", Format.PNG).orElseThrow();
    assertThat(tile.image().getRGB(9, 9)).isEqualTo(0xFFFF0000);
  }

  @Test
  void severalThatAreAllMissingAreNoTile() throws Exception {
    server.answer("/", 404, NOTHING);
    assertThat(tile("{'url': '%1$s/under,%1$s/over'}", Format.PNG)).isEmpty();
  }

  @Test
  void aFaultAmongSeveralFailsTheTile() {
    server.answer("/under", 200, red);
    server.answer("/over", 500, NOTHING);
    fails("{'url': '%1$s/under,%1$s/over'}", "500");
  }

  @Test
  void dataIsPassedOnAsItIs() throws Exception {
    byte[] data = {31, -117, 1, 2, 3};
    server.answer("/", 200, data);
    try (TileProvider provider = provider("{'url': '%s/a', 'formats': ['pbf', 'png']}")) {
      assertThat(provider.formats()).extracting(Format::extension).containsExactly("pbf", "png");
      Format pbf = provider.formats().iterator().next();
      assertThat(pbf.mediaType()).isEqualTo("application/x-protobuf");
      EncodedTile tile = encoded(provider.tile(request(new Coordinate(0, 0, 0), pbf, 1)));
      assertThat(tile.format()).isEqualTo(pbf);
      assertThat(tile.bytes()).isEqualTo(data);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>sign in, please</html>", "\n<?xml version='1.0'?>", "\uFEFF<p>"})
  void aPageInPlaceOfDataIsRefused(String page) {
    server.answer("/", 200, page.getBytes(UTF_8));
    for (String extension : List.of("pbf", "json")) {
      assertThatThrownBy(() -> data(extension))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("a page");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " {}", "[]", "\u001a\u0002", "\n"})
  void whatMayBeDataIsPassedOn(String text) throws Exception {
    server.answer("/", 200, text.getBytes(UTF_8));
    assertThat(encoded(data("json")).bytes()).isEqualTo(text.getBytes(UTF_8));
  }

  private Optional<Tile> data(String extension) throws Exception {
    try (TileProvider provider = provider("{'url': '%s/a', 'formats': '" + extension + "'}")) {
      Format format = provider.formats().iterator().next();
      return provider.tile(request(new Coordinate(0, 0, 0), format, 1));
    }
  }

  @Test
  void aFileIsReadInPlaceOfAServer(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("3-4-5.png"), red);
    String url = folder.toUri() + "{Z}-{X}-{Y}.png";
    try (TileProvider provider = provider("{'url': '" + url + "'}")) {
      assertThat(encoded(provider.tile(request(new Coordinate(3, 4, 5), Format.PNG, 1))).bytes())
          .isEqualTo(red);
      assertThat(provider.tile(request(new Coordinate(3, 4, 6), Format.PNG, 1))).isEmpty();
    }
  }

  private void fails(String json, String part) {
    assertThatThrownBy(() -> tile(json, Format.PNG))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining(part)
        .message()
        .doesNotContain("127.0.0.1");
  }

  private Optional<Tile> tile(String json, Format format) throws Exception {
    try (TileProvider provider = provider(json)) {
      return provider.tile(request(new Coordinate(3, 4, 5), format, 1));
    }
  }

  /** {@code %s} in the options stands for the server. */
  private TileProvider provider(String json) {
    var factory = new ProxyFactory(new Random(1), Clock.fixed(NOON, ZoneOffset.UTC));
    return (TileProvider) factory.create(TestOptions.of(json.formatted(server.url())));
  }

  private static TileRequest request(Coordinate coordinate, Format format, int scale) {
    int edge = 256 * scale;
    var area =
        new Area(MERCATOR, MERCATOR.envelope(coordinate), edge, edge, coordinate.zoom(), scale);
    return new TileRequest(coordinate, area, format);
  }

  private static EncodedTile encoded(Optional<Tile> tile) {
    return (EncodedTile) tile.orElseThrow();
  }
}
