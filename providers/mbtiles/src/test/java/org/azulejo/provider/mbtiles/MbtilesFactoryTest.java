package org.azulejo.provider.mbtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Format;
import org.azulejo.api.Provider;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MbtilesFactoryTest {
  @TempDir Path folder;

  @Test
  void thePathIsRelativeToTheConfigurationAndMayHoldOddCharacters() throws Exception {
    new TilesetBuilder(folder.resolve("a b#c%20d.mbtiles")).metadata("format", "pbf").close();

    try (Provider provider = create("a b#c%20d.mbtiles")) {
      assertThat(provider.formats()).containsExactly(TileFormat.VECTOR);
    }
  }

  @Test
  void aMissingFileIsSaidAndNotMade() {
    assertThatThrownBy(() -> create("absent.mbtiles"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("test.tileset: \"absent.mbtiles\" is not there.");

    assertThat(folder.resolve("absent.mbtiles")).doesNotExist();
  }

  @Test
  void aFolderIsNoTileset() {
    assertThatThrownBy(() -> create(".")).hasMessageEndingWith("is not a file.");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    Files.writeString(folder.resolve("letter.mbtiles"), "Dear reader, ".repeat(100));

    assertThatThrownBy(() -> create("letter.mbtiles"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("test.tileset: \"letter.mbtiles\" is not a usable MBTiles file")
        .hasMessageContaining("not a database");
  }

  /** Whatever is said reaches clients. */
  @Test
  void noMessageTellsWhereTheServerLives() throws Exception {
    Files.writeString(folder.resolve("letter.mbtiles"), "Dear reader, ".repeat(100));
    new TilesetBuilder(folder.resolve("odd.mbtiles")).metadata("format", "tga").close();

    for (String tileset :
        List.of("absent.mbtiles", ".", "letter.mbtiles/x", "letter.mbtiles", "odd.mbtiles")) {
      assertThatThrownBy(() -> create(tileset)).hasMessageNotContaining(folder.toString());
    }
  }

  @Test
  void aDatabaseWithoutTilesIsRefused() throws SQLException {
    try (var tileset = new TilesetBuilder(folder.resolve("bare.mbtiles"))) {
      tileset.execute("DROP TABLE tiles");
    }

    assertThatThrownBy(() -> create("bare.mbtiles")).hasMessageContaining("no such table: tiles");
  }

  @Test
  void addressesAreRefused() {
    assertThatThrownBy(() -> create("http://example.org/a.mbtiles"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must be a local path");
  }

  @Test
  void theMetadataNameTheFormat() throws Exception {
    assertThat(formatOf("png")).isEqualTo(Format.PNG);
    assertThat(formatOf("JPG")).isEqualTo(Format.JPEG);
    assertThat(formatOf("jpeg")).isEqualTo(Format.JPEG);
    assertThat(formatOf("webp")).isEqualTo(Format.WEBP);
    assertThat(formatOf("json")).isEqualTo(TileFormat.JSON);
    assertThat(formatOf("mvt").answersTo("pbf")).isTrue();
  }

  @Test
  void withoutAFormatTheTilesTell() throws Exception {
    assertThat(formatOfTile(0x89, 'P', 'N', 'G', 0x0D)).isEqualTo(Format.PNG);
    assertThat(formatOfTile(0xFF, 0xD8, 0xFF, 0xE1)).isEqualTo(Format.JPEG);
    assertThat(formatOfTile('R', 'I', 'F', 'F')).isEqualTo(Format.WEBP);
    assertThat(formatOfTile('G', 'I', 'F', '8')).isEqualTo(Format.GIF);
    assertThat(formatOfTile(0x1F, 0x8B, 8, 0)).isEqualTo(TileFormat.VECTOR);
    assertThat(formatOfTile(0x1A, 0x4D)).isEqualTo(TileFormat.VECTOR);
    assertThat(formatOfTile('{')).isEqualTo(TileFormat.JSON);
  }

  @Test
  void tilesThatAreEmptyTellNothing() throws Exception {
    try (var tileset = new TilesetBuilder(folder.resolve("gaps.mbtiles"))) {
      tileset.execute("INSERT INTO tiles VALUES (1, 0, 0, NULL), (1, 0, 1, x'')");
      tileset.tile(1, 1, 1, new byte[] {0x1A});
    }

    assertThat(format("gaps.mbtiles")).isEqualTo(TileFormat.VECTOR);
  }

  @Test
  void aFormatNobodyKnowsIsSaid() throws SQLException {
    new TilesetBuilder(folder.resolve("odd.mbtiles")).metadata("format", "tga").close();

    assertThatThrownBy(() -> create("odd.mbtiles"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("found \"tga\", known are png, jpg, webp, gif, pbf and json");
  }

  private Format formatOf(String name) throws Exception {
    new TilesetBuilder(folder.resolve(name)).metadata("format", name).close();
    return format(name);
  }

  private Format formatOfTile(int... beginning) throws Exception {
    var bytes = new byte[beginning.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) beginning[i];
    }
    String name = "of " + beginning[0] + ".mbtiles";
    new TilesetBuilder(folder.resolve(name)).tile(3, 1, 2, bytes).close();
    return format(name);
  }

  private Format format(String name) throws Exception {
    try (Provider provider = create(name)) {
      return provider.formats().iterator().next();
    }
  }

  private Provider create(String tileset) {
    return new MbtilesFactory().create(TestOptions.of("{'tileset': '" + tileset + "'}", folder));
  }
}
