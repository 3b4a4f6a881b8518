package org.azulejo.provider.mbtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MbtilesProviderTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final byte[] BYTES = {0x1F, (byte) 0x8B, 1, 2, 3};

  @TempDir Path folder;
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void rowsAreCountedFromTheSouthAndBytesPassedAsStored() throws Exception {
    try (var tileset = tileset()) {
      tileset.metadata("format", "pbf").tile(2, 1, 0, BYTES);
    }
    try (var provider = provider()) {
      Optional<Tile> tile = provider.tile(Requests.of(2, 1, 3, TileFormat.VECTOR));

      assertThat(((EncodedTile) tile.orElseThrow()).bytes()).isEqualTo(BYTES);
      assertThat(((EncodedTile) tile.orElseThrow()).made()).isEqualTo(NOW);
      assertThat(((EncodedTile) tile.orElseThrow()).format()).isEqualTo(TileFormat.VECTOR);
    }
  }

  @Test
  void whatIsNotThereIsEmpty() throws Exception {
    try (var tileset = tileset()) {
      tileset.metadata("format", "pbf").tile(1, 0, 0, BYTES).tile(1, 1, 1, new byte[0]);
      tileset.execute("INSERT INTO tiles VALUES (1, 0, 1, NULL)");
    }
    try (var provider = provider()) {
      for (int[] place : new int[][] {{1, 1, 0}, {1, 0, 0}, {1, -1, 1}, {1, 0, -7}, {64, 0, 0}}) {
        assertThat(provider.tile(Requests.of(place[0], place[1], place[2], TileFormat.VECTOR)))
            .as("%d/%d/%d", place[0], place[1], place[2])
            .isEmpty();
      }
    }
  }

  @Test
  void metadataBecomeTileJson() throws Exception {
    try (var tileset = tileset()) {
      tileset
          .metadata("format", "pbf")
          .metadata("name", "Lisbon")
          .metadata("description", "Tiles & tiles")
          .metadata("attribution", "nobody")
          .metadata("bounds", "-9.5, 38.25,-9,39")
          .metadata("center", "-9.25,38.5,11")
          .metadata("minzoom", "3")
          .metadata("maxzoom", "14")
          .metadata(
              "json",
              """
              {"vector_layers": [
                {"id": "wäter", "description": "", "minzoom": 4, "fields": {"name": "String"},
                 "share": 0.5, "has": true, "gone": null, "list": [1, [2]]},
                {"id": "roads", "fields": {}}],
               "tilestats": {"layerCount": 2}}
              """);
    }
    try (var provider = provider()) {
      assertThat(provider.metadata())
          .isEqualTo(
              Map.of(
                  "description",
                  "Tiles & tiles",
                  "attribution",
                  "nobody",
                  "bounds",
                  List.of(-9.5, 38.25, -9.0, 39.0),
                  "center",
                  List.of(-9.25, 38.5, 11),
                  "minzoom",
                  3,
                  "maxzoom",
                  14,
                  "vector_layers",
                  List.of(
                      Map.of(
                          "id",
                          "wäter",
                          "description",
                          "",
                          "minzoom",
                          4L,
                          "fields",
                          Map.of("name", "String"),
                          "share",
                          0.5,
                          "has",
                          true,
                          "list",
                          List.of(1L, List.of(2L))),
                      Map.of("id", "roads", "fields", Map.of()))));
    }
  }

  /** The engine asks for formats and metadata when it builds a layer anew. */
  @Test
  void aLayerBuiltAnewIsThatOfTheFileWhichIsThereNow() throws Exception {
    tileset().metadata("format", "png").metadata("minzoom", "1").close();
    try (var provider = provider()) {
      Files.delete(folder.resolve("test.mbtiles"));
      tileset().metadata("format", "pbf").metadata("minzoom", "2").tile(0, 0, 0, BYTES).close();
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());

      assertThat(provider.formats()).containsExactly(TileFormat.VECTOR);
      assertThat(provider.metadata()).isEqualTo(Map.of("minzoom", 2));
      assertThat(provider.scales()).isFalse();
      assertThat(provider.tile(Requests.of(0, 0, 0, TileFormat.VECTOR))).isPresent();
      assertThatThrownBy(() -> provider.tile(Requests.of(0, 0, 0, Format.PNG)))
          .hasMessageContaining("replaced by a file of pbf");
    }
  }

  @Test
  void aTileOfAbsurdSizeIsRefusedAndHarmsNoOther() throws Exception {
    try (var tileset = tileset()) {
      tileset.metadata("format", "pbf").tile(0, 0, 0, BYTES);
      tileset.execute("INSERT INTO tiles VALUES (1, 0, 1, zeroblob(33 * 1024 * 1024))");
    }
    try (var provider = provider()) {
      assertThatThrownBy(() -> provider.tile(Requests.of(1, 0, 0, TileFormat.VECTOR)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("too big");
      assertThat(provider.tile(Requests.of(0, 0, 0, TileFormat.VECTOR))).isPresent();
    }
  }

  @Test
  void numbersThatJsonCannotHoldAreLeftOut() throws Exception {
    try (var tileset = tileset()) {
      tileset
          .metadata("format", "pbf")
          .metadata("json", "{\"vector_layers\": [{\"id\": \"a\", \"scale\": 1e999}]}");
    }
    try (var provider = provider()) {
      assertThat(provider.metadata())
          .isEqualTo(Map.of("vector_layers", List.of(Map.of("id", "a"))));
    }
  }

  @Test
  void metadataThatMakeNoSenseAreLeftOut() throws Exception {
    try (var tileset = tileset()) {
      tileset
          .metadata("format", "png")
          .metadata("bounds", "1,2,3")
          .metadata("center", "here")
          .metadata("minzoom", "NaN")
          .metadata("json", "{\"vector_layers\": [")
          .metadata("attribution", null);
    }
    try (var provider = provider()) {
      assertThat(provider.metadata()).isEmpty();
    }
  }

  @Test
  void aDoubledTileIsMadeOfTheFourBelow() throws Exception {
    try (var tileset = tileset()) {
      tileset
          .metadata("format", "png")
          .tile(0, 0, 0, picture(Color.WHITE))
          .tile(1, 0, 1, picture(Color.RED))
          .tile(1, 1, 1, picture(Color.GREEN))
          .tile(1, 0, 0, picture(Color.BLUE))
          .tile(1, 1, 0, picture(Color.BLACK));
    }
    try (var provider = provider()) {
      assertThat(provider.scales()).isTrue();
      BufferedImage image = doubled(provider);

      assertThat(new Color(image.getRGB(0, 0))).isEqualTo(Color.RED);
      assertThat(new Color(image.getRGB(511, 0))).isEqualTo(Color.GREEN);
      assertThat(new Color(image.getRGB(0, 511))).isEqualTo(Color.BLUE);
      assertThat(new Color(image.getRGB(511, 511))).isEqualTo(Color.BLACK);
      assertThat(new Color(image.getRGB(255, 255))).isEqualTo(Color.RED);
      assertThat(new Color(image.getRGB(256, 255))).isEqualTo(Color.GREEN);
    }
  }

  @Test
  void aDoubledTileIsEnlargedWhereOneOfTheFourIsMissing() throws Exception {
    try (var tileset = tileset()) {
      tileset
          .metadata("format", "png")
          .tile(0, 0, 0, picture(new Color(10, 20, 30)))
          .tile(1, 0, 1, picture(Color.RED));
    }
    try (var provider = provider()) {
      BufferedImage image = doubled(provider);

      assertThat(image.getWidth()).isEqualTo(512);
      for (int[] corner : new int[][] {{0, 0}, {511, 0}, {0, 511}, {511, 511}, {300, 200}}) {
        assertThat(image.getRGB(corner[0], corner[1])).isEqualTo(0xFF0A141E);
      }
      assertThat(provider.tile(Requests.of(1, 1, 0, Format.PNG, 2))).isEmpty();
    }
  }

  @Test
  void vectorsDoNotScale() throws Exception {
    tileset().metadata("format", "pbf").close();
    try (var provider = provider()) {
      assertThat(provider.scales()).isFalse();
    }
  }

  @Test
  void manyThreadsReadAtOnce() throws Exception {
    try (var tileset = tileset()) {
      tileset.metadata("format", "pbf").execute("BEGIN");
      for (int i = 0; i < 256; i++) {
        tileset.tile(8, i, 255 - i, new byte[] {0x1A, (byte) i});
      }
      tileset.execute("COMMIT");
    }
    var threads = Executors.newFixedThreadPool(16);
    try (var provider = provider()) {
      Callable<Void> all =
          () -> {
            for (int i = 0; i < 256; i++) {
              var tile = provider.tile(Requests.of(8, i, i, TileFormat.VECTOR)).orElseThrow();
              assertThat(((EncodedTile) tile).bytes()[1]).isEqualTo((byte) i);
            }
            return null;
          };
      for (var done : threads.invokeAll(List.of(all, all, all, all, all, all, all, all))) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void afterClosingItSaysSo() throws Exception {
    tileset().metadata("format", "pbf").close();
    var provider = provider();
    provider.tile(Requests.of(0, 0, 0, TileFormat.VECTOR));
    provider.close();
    provider.close();

    assertThatThrownBy(() -> provider.tile(Requests.of(0, 0, 0, TileFormat.VECTOR)))
        .hasMessageEndingWith("was closed.");
  }

  private static byte[] picture(Color color) {
    return TilesetBuilder.picture("png", 256, color);
  }

  private static BufferedImage doubled(MbtilesProvider provider) throws Exception {
    Tile tile = provider.tile(Requests.of(0, 0, 0, Format.PNG, 2)).orElseThrow();
    return ((ImageTile) tile).image();
  }

  private TilesetBuilder tileset() throws Exception {
    return new TilesetBuilder(folder.resolve("test.mbtiles"));
  }

  private MbtilesProvider provider() throws Exception {
    var file = TilesetFile.open(folder.resolve("test.mbtiles"), nanos::get);
    return new MbtilesProvider(file, InstantSource.fixed(NOW));
  }
}
