package org.azulejo.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.TileKey;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathsTest {
  private static final Path ROOT = Path.of("cache").toAbsolutePath();

  @ParameterizedTest
  @CsvSource({
    "12, 656, 1582, osm/12/000/656/001/582.png",
    "0, 0, 0, osm/0/000/000/000/000.png",
    "3, -1, 2, osm/3/-00/001/000/002.png",
    "3, -12345, -123456, osm/3/-12/345/-12/3456.png",
    "20, 656123, 1004567, osm/20/656/123/100/4567.png",
    "25, 33554431, 12345678, osm/25/335/54431/123/45678.png",
    "24, 16777215, 1234567, osm/24/167/77215/123/4567.png"
  })
  void safeFoldersAreThoseOfTileStache(int zoom, int column, int row, String path)
      throws IOException {
    assertThat(path(Folders.SAFE, TileSamples.key("osm", zoom, column, row))).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 656, 1582, osm/12/656/1582.png",
    "3, -1, 2, osm/3/-1/2.png",
    "25, 33554431, 12345678, osm/25/33554431/12345678.png"
  })
  void portableFoldersAreThoseOfTileStache(int zoom, int column, int row, String path)
      throws IOException {
    assertThat(path(Folders.PORTABLE, TileSamples.key("osm", zoom, column, row))).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 656, 1582, osm/002/301/021/222/0.png",
    "0, 0, 0, osm/0.png",
    "1, 1, 0, osm/01.png",
    "3, 9, 9, osm/300/3.png",
    "9, 5, 3, osm/000/000/012/3.png",
    "2, -1, -1, osm/333.png",
    "31, 0, 0, osm/300/000/000/000/000/000/000/000/000/000/00.png"
  })
  void quadtileFoldersAreThoseOfTileStache(int zoom, int column, int row, String path)
      throws IOException {
    assertThat(path(Folders.QUADTILE, TileSamples.key("osm", zoom, column, row))).isEqualTo(path);
  }

  @Test
  void quadtileFoldersHaveNoPlaceBeyondTheirLastZoom() {
    TileKey key = TileSamples.key("osm", 2_000_000_000, 0, 0);
    assertThatThrownBy(() -> path(Folders.QUADTILE, key)).isInstanceOf(IOException.class);
  }

  @Test
  void theExtensionIsTheNameOfTheFormatInLowerCase() throws IOException {
    assertThat(path(Format.JPEG, 1)).isEqualTo("osm/12/656/1582.jpeg");
    assertThat(path(TileSamples.GEOJSON, 1)).isEqualTo("osm/12/656/1582.geojson");
    assertThat(path(TileSamples.JSON, 1)).isEqualTo("osm/12/656/1582.json.gz");
  }

  @Test
  void theScaleStandsBeforeTheExtension() throws IOException {
    assertThat(path(Format.PNG, 2)).isEqualTo("osm/12/656/1582@2x.png");
    assertThat(path(TileSamples.JSON, 2)).isEqualTo("osm/12/656/1582@2x.json.gz");
  }

  @Test
  void theLockStandsBesideTheFile() throws IOException {
    var key = new TileKey("osm", new Coordinate(12, 656, 1582), TileSamples.JSON);
    assertThat(paths(Folders.SAFE).lock(key))
        .isEqualTo(ROOT.resolve("osm/12/000/656/001/582.json.gz.lock"));
  }

  @Test
  void aLayerWithASlashIsAFolderInAFolder() throws IOException {
    assertThat(path(Folders.PORTABLE, TileSamples.key("group/in.ner"))).startsWith("group/in.ner/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "",
        "/",
        "/etc",
        "//host/share",
        "osm/",
        "osm//x",
        "../osm",
        "osm/../..",
        "osm/./x",
        "osm/..",
        "..\\osm",
        "osm\\..\\..",
        "osm\0",
        "C:\\osm"
      })
  void noLayerLeadsOutOfTheRoot(String layer) {
    for (Folders folders : Folders.values()) {
      assertThatThrownBy(() -> path(folders, TileSamples.key(layer)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void noFormatLeadsOutOfItsFolder() {
    var format = Format.of("/../../../../../x", "image/x", "x");
    assertThatThrownBy(() -> path(format, 1)).isInstanceOf(IOException.class);
  }

  private static TilePaths paths(Folders folders) {
    return new TilePaths(ROOT, folders, Set.of("json"));
  }

  private static String path(Folders folders, TileKey key) throws IOException {
    return ROOT.relativize(paths(folders).file(key)).toString().replace('\\', '/');
  }

  private static String path(Format format, int scale) throws IOException {
    return path(Folders.PORTABLE, new TileKey("osm", new Coordinate(12, 656, 1582), format, scale));
  }
}
