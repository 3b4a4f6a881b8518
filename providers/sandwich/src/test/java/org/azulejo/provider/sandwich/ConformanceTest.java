package org.azulejo.provider.sandwich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.Options;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileSource;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What TileStache answered, where the recordings lie beside the checkout. */
class ConformanceTest {
  private static final Pattern TILE = Pattern.compile("/(\\w+)/(\\d+)/(-?\\d+)/(\\d+)\\.png");

  /**
   * Layers over tiles that only the recording's upstream could draw; and {@code tall}, for
   * TileStache does not match neighbouring tiles of 512 pixels, and {@code twice}, for a mask
   * spoils the source there.
   */
  private static final Set<String> LEFT_OUT =
      Set.of("echo_clear", "remote", "half", "half_masked", "tall", "twice");

  @TestFactory
  Stream<DynamicTest> tilesAreThoseOfTheReference() throws Exception {
    Path goldens = shared("conformance/goldens/sandwich");
    Path data = shared("conformance/cases/sandwich");
    assumeTrue(Files.exists(goldens), "the recordings are not beside the checkout");
    Options layers = layers(data, ImageIO.read(goldens.resolve("005.png").toFile()));
    return TestOptions.of(Files.readString(goldens.resolve("index.json")))
        .sections("requests")
        .stream()
        .filter(answer -> answer.integer("status") == 200)
        .filter(answer -> TILE.matcher(answer.text("path")).matches())
        .filter(answer -> !LEFT_OUT.contains(answer.text("path").split("/")[1]))
        .map(
            answer ->
                DynamicTest.dynamicTest(
                    answer.text("path"),
                    () -> compare(answer.text("path"), golden(answer, goldens), layers)));
  }

  private static void compare(String path, BufferedImage golden, Options layers) throws Exception {
    MatchResult parts = TILE.matcher(path).results().findFirst().orElseThrow();
    Options layer = layers.section(parts.group(1)).orElseThrow();
    var coordinate =
        new Coordinate(
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            Integer.parseInt(parts.group(4)));
    TileProvider provider = Sandwiches.of(layer.section("provider").orElseThrow());
    int size = layer.integer("tile height", 256);
    int[] expected = Sandwiches.pixels(golden);
    int[] pixels = Sandwiches.pixels(Sandwiches.image(provider, coordinate, size, 1));

    assertThat(pixels).hasSameSizeAs(expected);
    long different =
        IntStream.range(0, pixels.length).filter(i -> differ(pixels[i], expected[i])).count();
    assertThat(different).as("pixels that differ").isLessThanOrEqualTo(pixels.length / 1000);
  }

  /** By more than a level in any channel, unless both are transparent. */
  private static boolean differ(int one, int other) {
    if ((one | other) >>> 24 == 0) {
      return false;
    }
    return IntStream.of(0, 8, 16, 24)
        .anyMatch(shift -> Math.abs((one >>> shift & 0xFF) - (other >>> shift & 0xFF)) > 1);
  }

  /**
   * The layers of the configuration.
   *
   * @param clear what the layer of this name gives at 4/5/6
   */
  private static Options layers(Path data, BufferedImage clear) throws Exception {
    var photo = new Photo("photo");
    var glass = new FakeLayer("clear", Optional.of(clear), false, Format.IMAGES);
    Options lower = read(data, photo, glass);
    return read(
        data,
        photo,
        glass,
        sandwich("ramp", lower),
        sandwich("checks", lower),
        sandwich("inner", lower),
        sandwich("echo_clear", lower));
  }

  private static TileSource sandwich(String name, Options layers) {
    Options layer = layers.section(name).orElseThrow();
    return new SandwichLayer(name, Sandwiches.of(layer.section("provider").orElseThrow()));
  }

  private static Options read(Path data, TileSource... layers) throws IOException {
    String configuration = Files.readString(data.resolve("tilestache.cfg"));
    return TestOptions.of(configuration, data, layers).section("layers").orElseThrow();
  }

  private static BufferedImage golden(Options answer, Path goldens) throws IOException {
    return ImageIO.read(goldens.resolve(answer.text("body")).toFile());
  }

  private static Path shared(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder.resolve("../shared").resolve(name);
  }
}
