package org.azulejo.provider.monkeycache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.Area;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Projection;
import org.azulejo.api.Tile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.UpstreamException;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonkeycacheTest {
  private static final Projection MERCATOR = TestOptions.projection("spherical mercator");

  private final Map<TileKey, EncodedTile> tiles = new HashMap<>();
  private final Coordinate place = new Coordinate(12, 656, 1582);

  @Test
  void whatTheCacheHoldsIsServedUntouched() throws Exception {
    TileKey key = TileSamples.key("osm");
    tiles.put(key, TileSamples.tile(key, 100));
    assertThat(tile("{'cache config': {}, 'layer name': 'osm'}", 1)).containsSame(tiles.get(key));
  }

  @Test
  void whereThereIsNothingThereIsNoTile() throws Exception {
    TileKey other = TileSamples.key("osm2");
    TileKey empty = new TileKey("osm", place, Format.JPEG);
    tiles.put(other, TileSamples.tile(other, 100));
    tiles.put(empty, TileSamples.tile(empty, 0));
    assertThat(tile("{'cache config': {}, 'layer name': 'osm'}", 1)).isEmpty();
    assertThat(tile("{'cache config': {}, 'layer name': 'osm', 'format': 'jpg'}", 1)).isEmpty();
  }

  @Test
  void theKeysOfItsClassInTileStacheAreUnderstood() throws Exception {
    TileKey key = new TileKey("osm", place, Format.JPEG);
    tiles.put(key, TileSamples.tile(key, 100));
    String options = "{'cache_config': [{}], 'layer_name': 'osm', 'format': 'jpeg'}";
    assertThat(tile(options, 1)).containsSame(tiles.get(key));
  }

  @Test
  void tilesOfTwiceThePixelsAreThoseThatTheCacheHolds() throws Exception {
    TileKey key = new TileKey("osm", place, Format.PNG, 2);
    tiles.put(key, TileSamples.tile(key, 100));
    String options = "{'cache config': {}, 'layer name': 'osm'}";
    assertThat(provider(options).scales()).isTrue();
    assertThat(tile(options, 2)).containsSame(tiles.get(key));
    assertThat(tile(options, 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PNG, PNG, image/png",
    "jpg, JPEG, image/jpeg",
    "JPEG, JPEG, image/jpeg",
    "json, JSON, application/json",
    "geojson, GeoJSON, application/json",
    "PBF, PBF, application/x-protobuf",
    "pbf, pbf, application/x-protobuf",
    "Odd, Odd, application/octet-stream"
  })
  void aFormatHasTheNameThatStandsInTheKeys(String text, String name, String mediaType) {
    TileProvider provider =
        provider("{'cache config': {}, 'layer name': 'osm', 'format': '%s'}".formatted(text));
    assertThat(provider.formats())
        .singleElement()
        .satisfies(
            format -> {
              assertThat(format.name()).isEqualTo(name);
              assertThat(format.mediaType()).isEqualTo(mediaType);
              assertThat(format.answersTo(text)).isTrue();
            });
    assertThat(provider.scales()).isEqualTo(mediaType.startsWith("image/"));
  }

  @Test
  void aCacheThatFailsIsToBlame() {
    var broken = new IOException("no such host: secret.example.com");
    TileProvider provider =
        (TileProvider)
            new MonkeycacheFactory()
                .create(
                    TestOptions.of(
                        "{'cache config': {}, 'layer name': 'osm'}",
                        section -> new FakeCache(tiles, Optional.of(broken))));
    assertThatThrownBy(() -> provider.tile(request(1)))
        .isInstanceOf(UpstreamException.class)
        .hasMessage("The cache that holds the tiles of the layer osm cannot be read.")
        .hasCause(broken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'layer name': 'osm'} | test.cache config: expected one cache, found none.",
        "{'layer name': 'osm', 'cache config': [{}, {}]} | test.cache config: expected one cache, found 2.",
        "{'cache config': {}} | test.layer name: a text is required here, and missing.",
        "{'cache config': {}, 'layer name': 'osm', 'format': '../png'} | test.format: \"../png\" is not an extension."
      })
  void whatCannotBeUsedIsSaidInASentence(String options, String sentence) {
    assertThatThrownBy(() -> provider(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(sentence);
  }

  private TileProvider provider(String options) {
    return (TileProvider)
        new MonkeycacheFactory()
            .create(TestOptions.of(options, section -> new FakeCache(tiles, Optional.empty())));
  }

  private Optional<Tile> tile(String options, int scale) throws Exception {
    return provider(options).tile(request(scale));
  }

  private TileRequest request(int scale) {
    int edge = 256 * scale;
    var area = new Area(MERCATOR, MERCATOR.envelope(place), edge, edge, place.zoom(), scale);
    return new TileRequest(place, area, Format.PNG);
  }

  private record FakeCache(Map<TileKey, EncodedTile> tiles, Optional<IOException> failure)
      implements TileCache {
    @Override
    public Optional<EncodedTile> read(TileKey key) throws IOException {
      if (failure.isPresent()) {
        throw failure.get();
      }
      return Optional.ofNullable(tiles.get(key));
    }

    @Override
    public void write(TileKey key, EncodedTile tile, Duration lifespan) {
      throw new AssertionError("It must not be filled.");
    }

    @Override
    public void remove(TileKey key) {
      throw new AssertionError("Nothing must be removed.");
    }
  }
}
