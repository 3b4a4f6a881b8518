package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.azulejo.api.Area;
import org.azulejo.api.AreaProvider;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Effect;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Provider;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.UpstreamException;
import org.azulejo.engine.fake.HandClock;
import org.azulejo.engine.fake.Painter;
import org.azulejo.engine.fake.Sections;
import org.azulejo.engine.image.Decoder;
import org.azulejo.engine.projection.Projections;
import org.junit.jupiter.api.Test;

class RendererTest {
  private static final Format GEOJSON = Format.of("GeoJSON", "application/json", "geojson");

  private final HandClock clock = new HandClock();
  private final Coordinate place = new Coordinate(3, 5, 2);
  private final Painter painter = new Painter();

  private Renderer renderer(Provider provider, String json, Effect... effects) {
    var settings =
        LayerSettings.of("osm", Sections.of(json), Sections.of("{}"), new Projections().mercator());
    return new Renderer(provider, List.of(effects), settings, new Decoder(), clock);
  }

  private Map<Coordinate, EncodedTile> render(Renderer renderer, Format format, int scale)
      throws Exception {
    return renderer.render(renderer.blockAround(place), format, scale);
  }

  private EncodedTile png(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(Painter.picture(width, height), "png", bytes);
    return new EncodedTile(Format.PNG, bytes.toByteArray(), clock.instant());
  }

  private static TileProvider giving(Tile tile) {
    return request -> Optional.ofNullable(tile);
  }

  /** The tile shows a part of a drawing that begins at this place. */
  private static void shows(EncodedTile tile, int x, int y, int edge) throws IOException {
    BufferedImage image = tile.image();
    assertThat(image.getWidth()).isEqualTo(edge);
    assertThat(image.getHeight()).isEqualTo(edge);
    for (int i = 0; i < edge; i += edge - 1) {
      for (int j = 0; j < edge; j += edge - 1) {
        assertThat(image.getRGB(i, j)).isEqualTo(Painter.pixel(x + i, y + j));
      }
    }
  }

  @Test
  void aPlainTileIsDrawnAsItIs() throws Exception {
    var tiles = render(renderer(painter, "{}"), Format.PNG, 1);
    assertThat(tiles).containsOnlyKeys(place);
    shows(tiles.get(place), 0, 0, 256);
    assertThat(tiles.get(place).made()).isEqualTo(clock.instant());
    Area area = painter.areas.get(0);
    assertThat(area.envelope()).isEqualTo(new Projections().mercator().envelope(place));
    assertThat(List.of(area.width(), area.height(), area.zoom(), area.scale()))
        .containsExactly(256, 256, 3, 1);
  }

  @Test
  void aMetatileIsDrawnWithItsBufferAndCutWithout() throws Exception {
    var renderer =
        renderer(
            painter, "{'tile height': 64, 'metatile': {'rows': 2, 'columns': 2, 'buffer': 8}}");
    var tiles = render(renderer, Format.PNG, 1);
    assertThat(tiles).hasSize(4);
    shows(tiles.get(new Coordinate(3, 4, 2)), 8, 8, 64);
    shows(tiles.get(new Coordinate(3, 5, 2)), 72, 8, 64);
    shows(tiles.get(new Coordinate(3, 4, 3)), 8, 72, 64);
    shows(tiles.get(new Coordinate(3, 5, 3)), 72, 72, 64);
    Area area = painter.areas.get(0);
    assertThat(area.width()).isEqualTo(144);
    assertThat(area.height()).isEqualTo(144);
    double pixel = area.envelope().width() / 144;
    var first = new Projections().mercator().envelope(new Coordinate(3, 4, 2));
    assertThat(area.envelope().minX()).isCloseTo(first.minX() - 8 * pixel, within(1e-6));
    assertThat(area.envelope().maxY()).isCloseTo(first.maxY() + 8 * pixel, within(1e-6));
  }

  @Test
  void twiceThePixelsAreTwiceTheBuffer() throws Exception {
    var renderer =
        renderer(painter, "{'tile height': 64, 'metatile': {'columns': 2, 'buffer': 8}}");
    var tiles = render(renderer, Format.PNG, 2);
    Area area = painter.areas.get(0);
    assertThat(List.of(area.width(), area.height(), area.scale())).containsExactly(288, 160, 2);
    shows(tiles.get(new Coordinate(3, 5, 2)), 144, 16, 128);
  }

  @Test
  void finishedTilesPassThroughUntouched() throws Exception {
    EncodedTile tile = png(256, 256);
    assertThat(render(renderer(giving(tile), "{}"), Format.PNG, 1).get(place)).isSameAs(tile);
    EncodedTile odd = png(10, 20);
    assertThat(render(renderer(giving(odd), "{}"), Format.PNG, 1).get(place)).isSameAs(odd);
    AreaProvider remote = area -> Optional.of(tile);
    assertThat(render(renderer(remote, "{}"), Format.PNG, 1).get(place)).isSameAs(tile);
  }

  @Test
  void finishedTilesAreOpenedForEffectsAndOptionsAndOtherFormats() throws Exception {
    EncodedTile tile = png(256, 256);
    for (var renderer :
        List.of(
            renderer(giving(tile), "{}", image -> image),
            renderer(giving(tile), "{'png options': {'optimize': true}}"))) {
      EncodedTile again = render(renderer, Format.PNG, 1).get(place);
      assertThat(again).isNotSameAs(tile);
      shows(again, 0, 0, 256);
    }
    var another = new EncodedTile(Format.BMP, tile.bytes(), clock.instant());
    shows(render(renderer(giving(another), "{}"), Format.PNG, 1).get(place), 0, 0, 256);
  }

  @Test
  void aProviderOfSingleTilesHasNoMetatile() throws Exception {
    EncodedTile tile = png(256, 256);
    var renderer = renderer(giving(tile), "{'metatile': {'rows': 4, 'columns': 4, 'buffer': 64}}");
    assertThat(render(renderer, Format.PNG, 1)).containsOnly(Map.entry(place, tile));
    assertThat(renderer.warnings())
        .containsExactly("layers.osm.metatile is not used: the provider makes one tile at a time.");
    assertThat(renderer(painter, "{'metatile': {'rows': 4}}").warnings()).isEmpty();
  }

  @Test
  void aProviderWithoutATileGivesNone() throws Exception {
    assertThat(render(renderer(giving(null), "{}"), Format.PNG, 1)).isEmpty();
  }

  @Test
  void effectsSeeTheWholeDrawingOneAfterTheOther() throws Exception {
    var seen = new ArrayList<String>();
    Effect first =
        image -> {
          seen.add("first " + image.getWidth() + " x " + image.getHeight());
          image.setRGB(8, 8, 0xFF123456);
          return image;
        };
    Effect second =
        image -> {
          seen.add("second " + Integer.toHexString(image.getRGB(8, 8)));
          return image;
        };
    var renderer =
        renderer(
            painter,
            "{'tile height': 64, 'metatile': {'rows': 2, 'columns': 2, 'buffer': 8}}",
            first,
            second);
    var tiles = render(renderer, Format.PNG, 1);
    assertThat(seen).containsExactly("first 144 x 144", "second ff123456");
    assertThat(tiles.get(new Coordinate(3, 4, 2)).image().getRGB(0, 0)).isEqualTo(0xFF123456);
  }

  @Test
  void effectsGetAnArrayOfTheirOwnWithoutGaps() throws Exception {
    BufferedImage large = Painter.picture(300, 300);
    AreaProvider frugal = area -> Optional.of(new ImageTile(large.getSubimage(20, 10, 256, 256)));
    Effect effect =
        image -> {
          int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
          assertThat(pixels).hasSize(256 * 256);
          assertThat(pixels[257]).isEqualTo(Painter.pixel(21, 11));
          pixels[0] = 0;
          return image;
        };
    render(renderer(frugal, "{}", effect), Format.PNG, 1);
    assertThat(large.getRGB(20, 10)).isEqualTo(Painter.pixel(20, 10));
  }

  @Test
  void anEffectKeepsTheSize() {
    Effect shrinking = image -> Painter.picture(10, 10);
    assertThatThrownBy(() -> render(renderer(painter, "{}", shrinking), Format.PNG, 1))
        .hasMessage("A pixel effect returned 10 x 10 instead of 256 x 256 pixels.");
  }

  @Test
  void aDrawingOfTheWrongSizeIsSaid() {
    AreaProvider wrong = area -> Optional.of(new ImageTile(Painter.picture(100, 256)));
    String sentence =
        "The provider returned the wrong image size: 100 x 256 instead of 256 x 256 pixels.";
    assertThatThrownBy(() -> render(renderer(wrong, "{}"), Format.PNG, 1))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(UpstreamException.class)
        .hasMessage(sentence);
    AreaProvider remote = area -> Optional.of(png(100, 256));
    assertThatThrownBy(() -> render(renderer(remote, "{'metatile': {'buffer': 1}}"), Format.PNG, 1))
        .isInstanceOf(UpstreamException.class);
  }

  @Test
  void damagedBytesAreTheirServersFault() {
    var damaged = new EncodedTile(Format.JPEG, new byte[] {1, 2, 3}, clock.instant());
    assertThatThrownBy(() -> render(renderer(giving(damaged), "{}"), Format.PNG, 1))
        .isInstanceOf(UpstreamException.class);
  }

  @Test
  void otherFormatsPassThroughWhateverTheEffects() throws Exception {
    var tile = new EncodedTile(GEOJSON, new byte[] {'{', '}'}, clock.instant());
    var provider =
        new TileProvider() {
          @Override
          public Optional<Tile> tile(TileRequest request) {
            return Optional.of(tile);
          }

          @Override
          public Set<Format> formats() {
            return Set.of(GEOJSON);
          }
        };
    var renderer = renderer(provider, "{}", image -> image);
    assertThat(render(renderer, GEOJSON, 1).get(place)).isSameAs(tile);
    assertThat(renderer.warnings())
        .containsExactly("layers.osm.pixel effect is not used: the provider makes no pictures.");
  }

  @Test
  void picturesAreNotTurnedIntoOtherFormats() {
    assertThatThrownBy(() -> render(renderer(painter, "{}"), GEOJSON, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("GeoJSON was asked for");
  }
}
