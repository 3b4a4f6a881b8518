package org.azulejo.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with the folders that a real TileStache has left, where those are at hand. */
class TileStacheTreeTest {
  private static final Pattern REQUEST =
      Pattern.compile("[A-Z0-9 ]+ /(\\S+)/(\\d+)/(-?\\d+)/(-?\\d+)\\.(\\w+).*");
  private static final Map<String, Format> FORMATS =
      Stream.of("PNG", "JPEG", "GeoJSON", "ArcJSON", "WKT")
          .map(name -> Format.of(name, "any/any", name.toLowerCase()))
          .collect(Collectors.toMap(Format::extension, format -> format));

  private final Path conformance = top().resolveSibling("shared").resolve("conformance");

  @ParameterizedTest
  @CsvSource({"cache_safe, safe", "cache_portable, portable", "cache_gzip, safe"})
  void everyFileOfTileStacheIsWhereWeLookForIt(String name, String folders) throws IOException {
    var paths =
        new TilePaths(
            Path.of("cache"), Folders.valueOf(folders.toUpperCase()), Set.of("geojson", "wkt"));
    Set<String> ours =
        lines("cases", name, "requests.txt")
            .flatMap(TileStacheTreeTest::key)
            .map(key -> unchecked(paths, key))
            .collect(Collectors.toSet());
    Set<String> theirs =
        lines("goldens", name, "tree.txt")
            .map(line -> line.split(" ")[0])
            .collect(Collectors.toSet());
    assertThat(theirs).isNotEmpty();
    assertThat(ours).containsAll(theirs);
  }

  @Test
  void aGzippedTileOfTileStacheIsRead() throws Exception {
    Path cache = existing("cases", "cache_gzip", "cache");
    var paths = new TilePaths(cache, Folders.SAFE, Set.of("geojson"));
    var key = new TileKey("seeded", new Coordinate(3, 4, 3), FORMATS.get("geojson"));
    TileCache tiles = DiskCache.of(paths, new Umask(022), OptionalLong.empty());
    byte[] bytes = tiles.read(key).orElseThrow().bytes();
    assertThat(new String(bytes)).startsWith("{").contains("FeatureCollection");
  }

  private Stream<String> lines(String kind, String name, String file) throws IOException {
    return Files.readAllLines(existing(kind, name, file)).stream();
  }

  private Path existing(String kind, String name, String file) {
    Path path = conformance.resolve(kind).resolve(name).resolve(file);
    assumeTrue(Files.exists(path), "There are no recordings of TileStache here.");
    return path;
  }

  private static Stream<TileKey> key(String request) {
    Matcher matcher = REQUEST.matcher(request);
    if (!matcher.matches()) {
      return Stream.empty();
    }
    String extension = matcher.group(5).toLowerCase().replace("jpg", "jpeg");
    var coordinate = new Coordinate(number(matcher, 2), number(matcher, 3), number(matcher, 4));
    return Stream.of(new TileKey(matcher.group(1), coordinate, FORMATS.get(extension)));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static String unchecked(TilePaths paths, TileKey key) {
    try {
      return paths.file(key).toString().replace('\\', '/');
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path top() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
