package org.azulejo.provider.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.azulejo.api.Coordinate;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnownMapAddressesTest {
  /** Always the first server. */
  private static final RandomGenerator FIRST = () -> 0;

  private static final Coordinate OAKLAND = new Coordinate(16, 10507, 25322);

  /** Quadkey and Yahoo's numbers are those in the tests of Modest Maps. */
  @ParameterizedTest
  @CsvSource({
    "OPENSTREETMAP, http://tile.openstreetmap.org/16/10507/25322.png",
    "OPEN_STREET_MAP, http://tile.openstreetmap.org/16/10507/25322.png",
    "BLUE_MARBLE, http://s3.amazonaws.com/com.modestmaps.bluemarble/16-r25322-c10507.jpg",
    "MAPQUEST_ROAD, http://otile1.mqcdn.com/tiles/1.0.0/16/10507/25322.png",
    "MAPQUEST_AERIAL, http://oatile1.mqcdn.com/naip/16/10507/25322.png",
    "MICROSOFT_ROAD, http://r0.ortho.tiles.virtualearth.net/tiles/"
        + "r0230102122203031.png?g=90&shading=hill",
    "MICROSOFT_AERIAL, http://a0.ortho.tiles.virtualearth.net/tiles/a0230102122203031.jpeg?g=90",
    "MICROSOFT_HYBRID, http://h0.ortho.tiles.virtualearth.net/tiles/h0230102122203031.jpeg?g=90",
    "YAHOO_ROAD, http://us.maps2.yimg.com/us.png.maps.yimg.com/png?"
        + "v=3.52&t=m&x=10507&y=7445&z=2",
    "YAHOO_AERIAL, http://us.maps3.yimg.com/aerial.maps.yimg.com/tile?"
        + "v=1.7&t=a&x=10507&y=7445&z=2",
    "CLOUDMADE_ORIGINAL, http://tile.cloudmade.com/$1/1/256/16/10507/25322.png",
    "CLOUDMADE_FINELINE, http://tile.cloudmade.com/$1/2/256/16/10507/25322.png",
    "CLOUDMADE_TOURIST, http://tile.cloudmade.com/$1/7/256/16/10507/25322.png",
    "CLOUDMADE_FRESH, http://tile.cloudmade.com/$1/997/256/16/10507/25322.png",
    "CLOUDMADE_PALEDAWN, http://tile.cloudmade.com/$1/998/256/16/10507/25322.png",
    "CLOUDMADE_MIDNIGHTCOMMANDER, http://tile.cloudmade.com/$1/999/256/16/10507/25322.png",
    "STAMEN_TONER, http://tile.stamen.com/toner/16/10507/25322.png",
    "STAMEN_TERRAIN, http://tile.stamen.com/terrain/16/10507/25322.jpg",
    "STAMEN_WATERCOLOR, http://tile.stamen.com/watercolor/16/10507/25322.jpg",
  })
  void everyNameLeadsToItsServer(String name, String address) {
    assertThat(addresses(name, OAKLAND)).containsExactly(address);
  }

  @Test
  void theHybridOfYahooHasTwoPictures() {
    assertThat(addresses("YAHOO_HYBRID", OAKLAND))
        .containsExactly(
            "http://us.maps3.yimg.com/aerial.maps.yimg.com/tile?v=1.7&t=a&x=10507&y=7445&z=2",
            "http://us.maps3.yimg.com/aerial.maps.yimg.com/png?v=2.2&t=h&x=10507&y=7445&z=2");
  }

  @Test
  void someWrapAroundTheGlobe() {
    var west = new Coordinate(3, -1, 2);
    assertThat(addresses("MICROSOFT_AERIAL", west))
        .isEqualTo(addresses("MICROSOFT_AERIAL", new Coordinate(3, 7, 2)));
    assertThat(addresses("YAHOO_ROAD", west))
        .isEqualTo(addresses("YAHOO_ROAD", new Coordinate(3, 7, 2)));
  }

  @Test
  void othersDoNot() {
    assertThat(addresses("OPENSTREETMAP", new Coordinate(3, -1, 9)))
        .containsExactly("http://tile.openstreetmap.org/3/-1/9.png");
  }

  @ParameterizedTest
  @CsvSource({"3, -1", "3, 8", "0, 1", "0, -1"})
  void aQuadkeyHasNoWordsForWhatIsBeyondThePoles(int zoom, int row) {
    assertThat(addresses("MICROSOFT_ROAD", new Coordinate(zoom, 0, row))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(KnownMap.class)
  void theTopAndTheDepthsOfThePyramidHaveAddressesToo(KnownMap map) {
    for (int zoom : new int[] {0, 31, 32, 99, 2000}) {
      assertThat(addresses(map.name(), new Coordinate(zoom, Integer.MAX_VALUE, 0))).isNotEmpty();
    }
  }

  @Test
  void allServersAreAsked() {
    var random = new Random(1);
    assertThat(IntStream.range(0, 100).mapToObj(i -> host("MAPQUEST_ROAD", random)))
        .containsOnly(
            "otile1.mqcdn.com", "otile2.mqcdn.com", "otile3.mqcdn.com", "otile4.mqcdn.com");
  }

  private static String host(String name, RandomGenerator random) {
    return of(name, random).of(OAKLAND, 1).get(0).getHost();
  }

  private static List<String> addresses(String name, Coordinate coordinate) {
    return of(name, FIRST).of(coordinate, 1).stream().map(Object::toString).toList();
  }

  private static TileAddresses of(String name, RandomGenerator random) {
    var options = "{'provider': '%s', 'cloudmade key': '$1'}".formatted(name);
    return KnownMapAddresses.of(TestOptions.of(options), "provider", random);
  }
}
