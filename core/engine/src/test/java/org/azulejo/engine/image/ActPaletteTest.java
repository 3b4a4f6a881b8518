package org.azulejo.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActPaletteTest {
  private static final int BLACK = 0xFF000000;
  private static final int GREEN = 0xFF00FF00;
  private static final int BLUE = 0xFF0000FF;
  private static final int WHITE = 0xFFFFFFFF;
  private static final int CLEAR = 0;
  private static final int NONE = 0xFFFF;

  @TempDir Path folder;

  private static byte[] file(int clear, int... colours) {
    ByteBuffer bytes = ByteBuffer.allocate(772);
    for (int colour : colours) {
      bytes.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    return bytes.putShort(768, (short) colours.length).putShort(770, (short) clear).array();
  }

  private Encoder encoder(byte[] file) throws Exception {
    Path path = Files.write(folder.resolve("some.act"), file);
    return encoder(path.toUri().toString());
  }

  private static Encoder encoder(String location) throws Exception {
    String json = "{\"png options\": {\"palette\": \"%s\"}}".formatted(location);
    return new Encoders(EncodersTest.options(json)).encoder(Format.PNG);
  }

  private static BufferedImage row(int... pixels) {
    return Pictures.picture(pixels.length, 1, (x, y) -> pixels[x]);
  }

  private static BufferedImage raw(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0, 1 2 3 4", "1, 0 2 3 4", "2, 0 1 3 4", "4, 0 1 2 3"})
  void everyColourIsItsOwnWhereverTheTransparentOneStands(int clear, String places)
      throws Exception {
    int[] colours = new int[5];
    int[] opaque = {BLACK, GREEN, BLUE, WHITE};
    String[] place = places.split(" ");
    for (int i = 0; i < 4; i++) {
      colours[Integer.parseInt(place[i])] = opaque[i];
    }
    BufferedImage picture = row(BLACK, GREEN, BLUE, WHITE, CLEAR);
    BufferedImage back = Pictures.decoded(encoder(file(clear, colours)).encode(picture));
    assertThat(Pictures.pixels(back))
        .startsWith(BLACK, GREEN, BLUE, WHITE)
        .satisfies(pixels -> assertThat(pixels[4] >>> 24).isZero());
  }

  @Test
  void onlyTheCountedColoursAreUsedForTheNextTileToo() throws Exception {
    Encoder encoder = encoder(file(NONE, 0xFF666666, WHITE, GREEN));
    byte[] first = encoder.encode(row(BLACK, 0xFF020202, WHITE));
    assertThat(encoder.encode(row(BLACK, 0xFF020202, WHITE))).isEqualTo(first);
    assertThat(Pictures.pixels(Pictures.decoded(first)))
        .containsExactly(0xFF666666, 0xFF666666, WHITE);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "5, 4", "16, 4", "17, 8", "256, 8"})
  void theBitsAreThoseThatTheCountNeeds(int count, int bits) throws Exception {
    int[] colours = new int[count];
    for (int i = 0; i < count; i++) {
      colours[i] = i * 0x010101;
    }
    BufferedImage back = raw(encoder(file(NONE, colours)).encode(row(BLACK, 0xFF010101)));
    assertThat(((IndexColorModel) back.getColorModel()).getPixelSize()).isEqualTo(bits);
  }

  @Test
  void theNearestColourIsTakenAndTheFirstOfEquals() throws Exception {
    Encoder encoder = encoder(file(NONE, 0xFF101010, 0xFF303030, 0xFF505050));
    assertThat(Pictures.pixels(Pictures.decoded(encoder.encode(row(0xFF202020, 0xFF212121)))))
        .containsExactly(0xFF101010, 0xFF303030);
  }

  @Test
  void halfOpaqueIsOpaqueAndLessIsTransparent() throws Exception {
    Encoder encoder = encoder(file(0, 0, BLUE));
    BufferedImage back = Pictures.decoded(encoder.encode(row(0x800000FF, 0x7F0000FF)));
    assertThat(Pictures.pixels(back)).containsExactly(BLUE, 0x00FF9900);
  }

  @Test
  void theTransparentColourMayFollowThoseThatAreCounted() throws Exception {
    Encoder encoder = encoder(file(255, BLACK, BLUE));
    BufferedImage back = Pictures.decoded(encoder.encode(row(BLUE, BLACK, CLEAR)));
    assertThat(Pictures.pixels(back)).containsExactly(BLUE, BLACK, 0x00FF9900);
  }

  @Test
  void withoutATransparentColourEverythingIsOpaque() throws Exception {
    Encoder encoder = encoder(file(NONE, BLACK, BLUE));
    BufferedImage back = Pictures.decoded(encoder.encode(row(0x100000FF, 0)));
    assertThat(Pictures.pixels(back)).containsExactly(BLUE, BLACK);
  }

  @Test
  void aFileOfColoursAloneHasAllOfThem() throws Exception {
    byte[] file = new byte[768];
    file[767] = (byte) 255;
    BufferedImage back = Pictures.decoded(encoder(file).encode(row(0xFF0000F0, BLACK)));
    assertThat(Pictures.pixels(back)).containsExactly(BLUE, BLACK);
  }

  @Test
  void theFileMayComeFromAServer() throws Exception {
    byte[] file = file(NONE, BLACK, BLUE);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/palette.act",
        exchange -> {
          exchange.sendResponseHeaders(200, file.length);
          exchange.getResponseBody().write(file);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      byte[] bytes = encoder(address + "/palette.act").encode(row(0xFF0000AA));
      assertThat(Pictures.pixels(Pictures.decoded(bytes))).containsExactly(BLUE);
      assertThatThrownBy(() -> encoder(address + "/other.act"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage("layers.test.png options.palette: The file is not there.");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> encoder(folder.resolve("none.act").toUri().toString()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("layers.test.png options.palette: The file is not there.");
  }

  @Test
  void aFileThatIsNoColourTableIsSaid() {
    assertThatThrownBy(() -> encoder(new byte[40]))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("it has 40 bytes");
    assertThatThrownBy(() -> encoder(new byte[1000]))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("larger than 772 bytes");
    assertThatThrownBy(() -> encoder(new byte[772]))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("0 colours");
  }
}
