package org.azulejo.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.azulejo.api.Coordinate;
import org.azulejo.api.Envelope;
import org.azulejo.api.Point;
import org.azulejo.api.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionsTest {
  private static final double HALF = 20037508.342789244;

  private final Projections projections = new Projections();
  private final Projection mercator = projections.mercator();
  private final Projection wgs84 = projections.wgs84();

  private static void isAbout(Point found, double x, double y, double tolerance) {
    assertThat(found.x()).isCloseTo(x, within(tolerance));
    assertThat(found.y()).isCloseTo(y, within(tolerance));
  }

  private static void isAbout(Envelope found, double... corners) {
    double[] sides = {found.minX(), found.minY(), found.maxX(), found.maxY()};
    assertThat(sides).containsExactly(corners, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spherical mercator",
        "Spherical Mercator",
        "TileStache.Geography:SphericalMercator",
        "TileStache.Geography.SphericalMercator",
        "TileStache.Geography:SphericalMercator()",
      })
  void mercatorHasManyNames(String name) {
    assertThat(projections.named(name)).containsSame(mercator);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WGS84", "wgs84", "TileStache.Geography:WGS84()"})
  void wgs84HasManyNames(String name) {
    assertThat(projections.named(name)).containsSame(wgs84);
  }

  @Test
  void noNameIsEvaluated() {
    assertThat(projections.named("os:system('true')")).isEmpty();
    assertThat(projections.named("")).isEmpty();
  }

  @Test
  void definitionsAreTileStachesOwn() {
    assertThat(mercator.srs())
        .isEqualTo(
            "+proj=merc +a=6378137 +b=6378137 +lat_ts=0.0 +lon_0=0.0 +x_0=0.0 +y_0=0 +k=1.0"
                + " +units=m +nadgrids=@null +wktext +no_defs +over");
    assertThat(wgs84.srs()).isEqualTo("+proj=longlat +ellps=WGS84 +datum=WGS84 +no_defs");
  }

  @Test
  void oneTileIsTheWorldOfMercator() {
    isAbout(mercator.envelope(new Coordinate(0, 0, 0)), -HALF, -HALF, HALF, HALF);
    isAbout(mercator.envelope(new Coordinate(1, 1, 0)), 0, 0, HALF, HALF);
  }

  @Test
  void twoTilesAreTheWorldOfWgs84() {
    isAbout(wgs84.envelope(new Coordinate(0, 0, 0)), -180, -90, 0, 90);
    isAbout(wgs84.envelope(new Coordinate(0, 1, 0)), 0, -90, 180, 90);
    isAbout(wgs84.envelope(new Coordinate(1, 3, 1)), 90, -90, 180, 0);
  }

  @Test
  void coordinatesBeyondTheWorldAreContinued() {
    isAbout(mercator.envelope(new Coordinate(0, -1, 1)), -3 * HALF, -3 * HALF, -HALF, -HALF);
    isAbout(wgs84.envelope(new Coordinate(0, 2, 0)), 180, -90, 360, 90);
  }

  @Test
  void thePyramidHasEdges() {
    assertThat(mercator.holds(new Coordinate(1, 1, 1))).isTrue();
    assertThat(mercator.holds(new Coordinate(1, 2, 0))).isFalse();
    assertThat(mercator.holds(new Coordinate(1, 0, 2))).isFalse();
    assertThat(mercator.holds(new Coordinate(1, -1, 0))).isFalse();
    assertThat(mercator.holds(new Coordinate(1, 0, -1))).isFalse();
    assertThat(wgs84.holds(new Coordinate(0, 1, 0))).isTrue();
    assertThat(wgs84.holds(new Coordinate(0, 0, 1))).isFalse();
    assertThat(wgs84.holds(new Coordinate(0, 2, 0))).isFalse();
    assertThat(wgs84.holds(new Coordinate(0, -1, 0))).isFalse();
    assertThat(wgs84.holds(new Coordinate(0, 0, -1))).isFalse();
    assertThat(mercator.holds(new Coordinate(31, Integer.MAX_VALUE, Integer.MAX_VALUE))).isTrue();
  }

  @Test
  void mercatorGoesThereAndBack() {
    isAbout(mercator.project(new Point(180, 0)), HALF, 0, 1e-6);
    isAbout(mercator.project(new Point(0, 85.0511287798066)), 0, HALF, 1e-4);
    Point place = mercator.project(new Point(-122.26, 37.8));
    isAbout(place, -13609920.96, 4551211.30, 1);
    isAbout(mercator.unproject(place), -122.26, 37.8, 1e-9);
  }

  @Test
  void degreesStayDegrees() {
    isAbout(wgs84.project(new Point(-122.26, 37.8)), -122.26, 37.8, 0);
    isAbout(wgs84.unproject(new Point(-122.26, 37.8)), -122.26, 37.8, 0);
  }

  @Test
  void theGridIsFractional() {
    isAbout(mercator.grid(new Point(0, 0), 1), 1, 1, 1e-9);
    isAbout(
        mercator.grid(mercator.project(new Point(-122.358, 37.860)), 15),
        5246.703,
        12655.713,
        1e-3);
    isAbout(mercator.grid(mercator.project(new Point(-122.113, 37.749)), 9), 82.328, 197.945, 1e-3);
    isAbout(wgs84.grid(new Point(0, 0), 0), 1, 0.5, 1e-9);
    isAbout(wgs84.grid(new Point(-45, 45), 3), 6, 2, 1e-9);
  }
}
