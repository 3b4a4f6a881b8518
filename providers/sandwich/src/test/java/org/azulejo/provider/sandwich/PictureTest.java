package org.azulejo.provider.sandwich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.azulejo.api.Coordinate;
import org.azulejo.api.UpstreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
  @TempDir Path folder;

  @Test
  void aPictureIsLaidOutWithoutSeams() throws Exception {
    write(folder.resolve("brick.png"), 3);
    var provider = Sandwiches.of("[{'src': 'brick.png'}]", folder);

    for (int size : new int[] {256, 512}) {
      for (int column = -1; column < 3; column++) {
        var image = Sandwiches.image(provider, new Coordinate(4, column, 2), size, 1);
        assertThat(image.getRGB(0, 1))
            .isEqualTo(color(Math.floorMod(column * size, 3), (2 * size + 1) % 3));
        assertThat(image.getRGB(size - 1, 0))
            .isEqualTo(color(Math.floorMod((column + 1) * size - 1, 3), 2 * size % 3));
      }
    }
  }

  @Test
  void itsPixelsAreDoubledWithTheTile() throws Exception {
    write(folder.resolve("brick.png"), 3);
    var provider = Sandwiches.of("[{'src': 'brick.png'}]", folder);
    var single = Sandwiches.image(provider, new Coordinate(4, 5, 6), 256, 1);
    var doubled = Sandwiches.image(provider, new Coordinate(4, 5, 6), 256, 2);

    for (int i = 0; i < 512; i++) {
      assertThat(doubled.getRGB(i, 511 - i)).isEqualTo(single.getRGB(i / 2, (511 - i) / 2));
    }
  }

  @Test
  void aChangedFileIsReadAgain() throws Exception {
    Path path = folder.resolve("brick.png");
    write(path, 2);
    var picture = new LocalPicture(path);
    BufferedImage before = picture.image();
    assertThat(picture.image()).isSameAs(before);

    write(path, 5);
    Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH));
    assertThat(picture.image().getWidth()).isEqualTo(5);
  }

  @Test
  void aDamagedFileIsSaid() throws Exception {
    Path path = folder.resolve("brick.png");
    Files.writeString(path, "no picture");

    assertThatThrownBy(
            () ->
                Sandwiches.image(
                    Sandwiches.of("[{'src': 'brick.png'}]", folder),
                    new Coordinate(0, 0, 0),
                    256,
                    1))
        .hasMessageContaining("brick.png cannot be read");
  }

  @Test
  void aPictureOfAServerIsFetchedOnce() throws Exception {
    var asked = new AtomicInteger();
    HttpServer server = serve(200, asked);
    try {
      String stack = "[{'src': '" + address(server) + "'}]";
      var provider = Sandwiches.of(stack);
      assertThat(asked).hasValue(0);
      for (int i = 0; i < 3; i++) {
        var image = Sandwiches.image(provider, new Coordinate(4, 0, 0), 256, 1);
        assertThat(image.getRGB(1, 2)).isEqualTo(color(1, 2));
      }
      assertThat(asked).hasValue(1);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerInTroubleIsLeftInPeaceForAWhile() throws Exception {
    var asked = new AtomicInteger();
    var nanos = new AtomicLong();
    HttpServer server = serve(503, asked);
    try {
      var picture = new RemotePicture(URI.create(address(server)), nanos::get);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(picture::image)
            .isInstanceOf(UpstreamException.class)
            .hasMessage("A picture in the stack cannot be fetched.");
      }
      assertThat(asked).hasValue(1);

      nanos.addAndGet(Duration.ofSeconds(10).toNanos());
      assertThatThrownBy(picture::image).isInstanceOf(UpstreamException.class);
      assertThat(asked).hasValue(2);
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer serve(int status, AtomicInteger asked) throws Exception {
    byte[] bytes = bytes(3);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort() + "/brick.png";
  }

  private static void write(Path path, int side) throws Exception {
    Files.write(path, bytes(side));
  }

  private static byte[] bytes(int side) throws Exception {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < side * side; i++) {
      image.setRGB(i % side, i / side, color(i % side, i / side));
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static int color(int column, int row) {
    return 0xFF000000 | column << 16 | row;
  }
}
