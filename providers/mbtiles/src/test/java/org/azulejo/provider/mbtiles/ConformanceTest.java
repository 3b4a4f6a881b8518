package org.azulejo.provider.mbtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Options;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What TileStache answered, where the recordings lie beside the checkout. */
class ConformanceTest {
  private static final Pattern TILE = Pattern.compile("/(\\w+)/(\\d+)/(\\d+)/(\\d+)\\.(\\w+)");

  @TestFactory
  Stream<DynamicTest> tilesAreThoseOfTheReference() throws Exception {
    Path goldens = shared("conformance/goldens/mbtiles");
    Path data = shared("conformance/cases/mbtiles");
    assumeTrue(Files.exists(goldens), "the recordings are not beside the checkout");
    Options layers = read(data, "tilestache.cfg").section("layers").orElseThrow();
    return read(goldens, "index.json").sections("requests").stream()
        .filter(answer -> answer.integer("status") == 200 && answer.has("body"))
        .filter(answer -> TILE.matcher(answer.text("path")).matches())
        .map(
            answer ->
                DynamicTest.dynamicTest(
                    answer.text("path"), () -> compare(answer, layers, goldens)));
  }

  private static void compare(Options answer, Options layers, Path goldens) throws Exception {
    MatchResult path = TILE.matcher(answer.text("path")).results().findFirst().orElseThrow();
    Options provider =
        layers.section(path.group(1)).orElseThrow().section("provider").orElseThrow();
    try (var tiles = (TileProvider) new MbtilesFactory().create(provider)) {
      var tile = (EncodedTile) tiles.tile(request(path, tiles)).orElseThrow();

      assertThat(tile.format().answersTo(path.group(5))).isTrue();
      assertThat(tile.bytes()).isEqualTo(Files.readAllBytes(goldens.resolve(answer.text("body"))));
    }
  }

  private static TileRequest request(MatchResult path, TileProvider tiles) {
    return Requests.of(
        Integer.parseInt(path.group(2)),
        Integer.parseInt(path.group(3)),
        Integer.parseInt(path.group(4)),
        tiles.formats().iterator().next());
  }

  private static Options read(Path folder, String name) throws Exception {
    return TestOptions.of(Files.readString(folder.resolve(name)), folder);
  }

  private static Path shared(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder.resolve("../shared").resolve(name);
  }
}
