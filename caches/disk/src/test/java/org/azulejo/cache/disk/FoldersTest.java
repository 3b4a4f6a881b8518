package org.azulejo.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.azulejo.api.TileKey;
import org.azulejo.testkit.TileKeepingContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FoldersTest {
  @ParameterizedTest
  @EnumSource
  void theyKnowWhatTheyHaveMade(Folders folders) throws Exception {
    Path root = Path.of("/cache");
    var paths = new TilePaths(root, folders, Set.of("json"));
    for (TileKey key : TileKeepingContract.keys().toList()) {
      assertThat(paths.isTile(root.relativize(paths.file(key)))).as(key.toString()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SAFE, stache.db",
    "SAFE, osm/stache.db",
    "SAFE, azulejo-123.png",
    "SAFE, osm/12/656/1582.png",
    "SAFE, osm/12/000/656/001/582",
    "SAFE, osm/12/000/656/001/582.png.bak",
    "SAFE, osm/12/000/656/001/582 copy.png",
    "SAFE, 12/000/656/001/582.png",
    "PORTABLE, osm/12/656/readme.txt",
    "PORTABLE, osm/notes/656/1582.png",
    "PORTABLE, 656/1582.png",
    "QUADTILE, osm/004.png",
    "QUADTILE, osm/0000.png",
    "QUADTILE, 000.png"
  })
  void whatSomebodyElseHasPutThereIsNoTile(Folders folders, String name) {
    assertThat(folders.hasMade(name)).isFalse();
  }

  @Test
  void largeNumbersAreTilesToo() {
    assertThat(Folders.SAFE.hasMade("osm/24/167/77215/-00/001@2x.png")).isTrue();
  }
}
