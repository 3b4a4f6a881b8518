package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Projection;
import org.azulejo.engine.fake.Sections;
import org.azulejo.engine.projection.Projections;
import org.azulejo.layer.Layer.Coverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
  private static final String OAKLAND =
      "{'low': 9, 'high': 15, 'south': 37.749, 'west': -122.358, 'north': 37.860, 'east': -122.113}";

  private final Projection mercator = new Projections().mercator();

  private Bounds bounds(String json) {
    return Bounds.of(Sections.of("{'bounds': " + json + "}"), mercator);
  }

  private static Coordinate at(int zoom, int column, int row) {
    return new Coordinate(zoom, column, row);
  }

  @ParameterizedTest
  @CsvSource({
    "9, 81, 197, true",
    "9, 82, 197, true",
    "9, 83, 197, false",
    "9, 82, 198, false",
    "9, 81, 196, false",
    "9, 80, 197, false",
    "15, 5246, 12663, true",
    "15, 5245, 12663, false",
    "16, 10493, 25326, false",
    "8, 40, 98, false",
  })
  void theExampleIsBounded(int zoom, int column, int row, boolean isIn) {
    assertThat(bounds(OAKLAND).include(at(zoom, column, row))).isEqualTo(isIn);
  }

  @Test
  void touchingCountsAsInside() {
    var whole = bounds("{}");
    assertThat(whole.include(at(2, 4, 0))).isTrue();
    assertThat(whole.include(at(2, 5, 0))).isFalse();
    assertThat(whole.include(at(2, -1, 0))).isTrue();
    assertThat(whole.include(at(2, -2, 0))).isFalse();
    assertThat(whole.include(at(2, 0, 5))).isTrue();
    assertThat(whole.include(at(2, 0, 6))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-157.5, -135, -112.5, -22.5, 112.5, 135})
  void touchingCountsWhereverTheLineIs(double line) {
    int column = (int) ((line + 180) / 22.5);
    var west = bounds("{'east': %s}".formatted(line));
    assertThat(west.include(at(4, column, 7))).isTrue();
    assertThat(west.include(at(4, column + 1, 7))).isFalse();
    var east = bounds("{'west': %s}".formatted(line));
    assertThat(east.include(at(4, column - 1, 7))).isTrue();
    assertThat(east.include(at(4, column - 2, 7))).isFalse();
  }

  @Test
  void withoutBoundsEverythingIsIn() {
    assertThat(Bounds.of(Sections.of("{}"), mercator).include(at(3, -100, 100))).isTrue();
    assertThat(bounds("null").include(at(3, -100, 100))).isTrue();
  }

  @Test
  void ofSeveralBoxesOneIsEnough() {
    var bounds = bounds("[" + OAKLAND + ", {'west': 0, 'low': 3, 'high': 3}]");
    assertThat(bounds.include(at(9, 82, 197))).isTrue();
    assertThat(bounds.include(at(3, 7, 0))).isTrue();
    assertThat(bounds.include(at(3, 0, 0))).isFalse();
    assertThat(bounds.coverage()).isEqualTo(new Coverage(-122.358, -89, 180, 89, 3, 15));
  }

  @Test
  void anEmptyListExcludesEverything() {
    assertThat(bounds("[]").include(at(0, 0, 0))).isFalse();
  }

  @Test
  void thePolesAndBeyondAreTheEndOfTheWorld() {
    for (int degrees : new int[] {90, 91}) {
      var whole = bounds("{'north': %d, 'south': -%d}".formatted(degrees, degrees));
      assertThat(whole.include(at(0, 0, 0))).isTrue();
      assertThat(whole.include(at(5, 31, 31))).isTrue();
      assertThat(whole.include(at(5, 34, 0))).isFalse();
    }
  }

  @Test
  void boxesOfWgs84AreInItsOwnGrid() {
    var east = Bounds.of(Sections.of("{'bounds': {'west': 90.0001}}"), new Projections().wgs84());
    assertThat(east.include(at(1, 3, 0))).isTrue();
    assertThat(east.include(at(1, 2, 0))).isFalse();
    assertThat(east.include(at(0, 1, 0))).isTrue();
    assertThat(east.include(at(0, 0, 0))).isFalse();
  }

  @Test
  void zoomsBeyondAllMeasureAreNoHindrance() {
    var bounds = bounds("{'low': -1000000000, 'high': 1000000000, 'east': 0}");
    assertThat(bounds.include(at(0, 0, 0))).isTrue();
    assertThat(bounds.include(at(2, 1, 1))).isTrue();
    assertThat(bounds.include(at(2, 3, 1))).isFalse();
    assertThat(bounds.include(at(2, -2, 1))).isFalse();
  }

  @Test
  void zoomsBetweenTwoZoomsAreLimitsAllTheSame() {
    var bounds = bounds("{'low': 1.5, 'high': '3.5'}");
    assertThat(bounds.include(at(1, 0, 0))).isFalse();
    assertThat(bounds.include(at(2, 0, 0))).isTrue();
    assertThat(bounds.include(at(3, 0, 0))).isTrue();
    assertThat(bounds.include(at(4, 0, 0))).isFalse();
  }

  @Test
  void otherThingsAreNoBounds() {
    assertThatThrownBy(() -> bounds("'world'"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("layers.osm.bounds: expected an object or a list of objects.");
    assertThatThrownBy(() -> bounds("[3]"))
        .hasMessage("layers.osm.bounds[0]: expected an object { ... }, found 3.");
    assertThatThrownBy(() -> bounds("{'north': 'up'}"))
        .hasMessage("layers.osm.bounds.north: expected a number, found \"up\".");
  }
}
