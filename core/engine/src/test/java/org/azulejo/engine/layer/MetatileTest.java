package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Projection;
import org.azulejo.engine.fake.Sections;
import org.azulejo.engine.projection.Projections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetatileTest {
  private final Projection mercator = new Projections().mercator();

  private static Metatile metatile(String json) {
    return Metatile.of(Sections.of("{'metatile': " + json + "}"), 256);
  }

  @Test
  void aTileAloneIsItsOwnBlock() {
    var tile = new Coordinate(12, 656, 1582);
    Block block = metatile("{}").around(tile, mercator);
    assertThat(block).isEqualTo(new Block(tile, 1, 1, 0));
    assertThat(block.isPlain()).isTrue();
    assertThat(block.coordinates()).containsExactly(tile);
  }

  @Test
  void blocksBeginAtMultiplesOfTheirSize() {
    Block block =
        metatile("{'rows': 4, 'columns': '2', 'buffer': 64}")
            .around(new Coordinate(12, 657, 1583), mercator);
    assertThat(block).isEqualTo(new Block(new Coordinate(12, 656, 1580), 2, 4, 64));
    assertThat(block.isPlain()).isFalse();
    assertThat(block.coordinates()).hasSize(8).startsWith(block.first());
    assertThat(block.coordinates().get(1)).isEqualTo(new Coordinate(12, 657, 1580));
    assertThat(block.coordinates().get(7)).isEqualTo(new Coordinate(12, 657, 1583));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 2, 2", "2, 4, 4"})
  void blocksEndWithThePyramid(int zoom, int columns, int rows) {
    Block block =
        metatile("{'rows': 4, 'columns': 4}").around(new Coordinate(zoom, 0, 0), mercator);
    assertThat(block).isEqualTo(new Block(new Coordinate(zoom, 0, 0), columns, rows, 0));
  }

  @Test
  void blocksEndWithThePyramidOfTheirProjection() {
    Block block =
        metatile("{'rows': 4, 'columns': 4}")
            .around(new Coordinate(0, 1, 0), new Projections().wgs84());
    assertThat(block).isEqualTo(new Block(new Coordinate(0, 0, 0), 2, 1, 0));
  }

  @Test
  void outsideOfThePyramidEveryTileIsAlone() {
    for (var tile : new Coordinate[] {new Coordinate(5, -1, -3), new Coordinate(5, 32, 0)}) {
      assertThat(metatile("{'rows': 4, 'columns': 4}").around(tile, mercator))
          .isEqualTo(new Block(tile, 1, 1, 0));
    }
  }

  @Test
  void theLargestCoordinateHasABlockToo() {
    int last = Integer.MAX_VALUE;
    assertThat(
            metatile("{'rows': 2, 'columns': 2}").around(new Coordinate(31, last, last), mercator))
        .isEqualTo(new Block(new Coordinate(31, last - 1, last - 1), 2, 2, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'rows': 0}|rows: rows and columns must be 1 or more.",
        "{'columns': -1}|rows: rows and columns must be 1 or more.",
        "{'buffer': -1}|buffer: a buffer must be 0 or more.",
        "{'rows': 100, 'columns': 100}|rows: the metatile would be larger than 33554432 pixels.",
        "{'buffer': 2000000000}|rows: the metatile would be larger than 33554432 pixels.",
        "{'rows': 'x'}|rows: expected a number, found \"x\".",
      })
  void nonsenseIsRefused(String json, String sentence) {
    assertThatThrownBy(() -> metatile(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("layers.osm.metatile." + sentence);
  }
}
