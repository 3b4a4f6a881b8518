package org.azulejo.provider.proxy;

import java.util.Arrays;
import java.util.List;
import org.azulejo.api.Options;

/**
 * The maps that Modest Maps, and so TileStache, know by name. Many of their servers are gone; the
 * names are kept so that old configurations load. {@link KnownMapAddresses} fills in the blanks.
 */
enum KnownMap {
  OPENSTREETMAP("http://tile.openstreetmap.org/{Z}/{X}/{Y}.png"),
  OPEN_STREET_MAP("http://tile.openstreetmap.org/{Z}/{X}/{Y}.png"),
  BLUE_MARBLE("http://s3.amazonaws.com/com.modestmaps.bluemarble/{Z}-r{Y}-c{X}.jpg"),
  MAPQUEST_ROAD("http://otile{1-4}.mqcdn.com/tiles/1.0.0/{Z}/{X}/{Y}.png"),
  MAPQUEST_AERIAL("http://oatile{1-4}.mqcdn.com/naip/{Z}/{X}/{Y}.png"),
  MICROSOFT_ROAD(
      "http://r{0-3}.ortho.tiles.virtualearth.net/tiles/r{quadkey}.png?g=90&shading=hill"),
  MICROSOFT_AERIAL("http://a{0-3}.ortho.tiles.virtualearth.net/tiles/a{quadkey}.jpeg?g=90"),
  MICROSOFT_HYBRID("http://h{0-3}.ortho.tiles.virtualearth.net/tiles/h{quadkey}.jpeg?g=90"),
  YAHOO_ROAD("http://us.maps2.yimg.com/us.png.maps.yimg.com/png?v=3.52&t=m&{yahoo}"),
  YAHOO_AERIAL("http://us.maps3.yimg.com/aerial.maps.yimg.com/tile?v=1.7&t=a&{yahoo}"),
  YAHOO_HYBRID(
      "http://us.maps3.yimg.com/aerial.maps.yimg.com/tile?v=1.7&t=a&{yahoo}",
      "http://us.maps3.yimg.com/aerial.maps.yimg.com/png?v=2.2&t=h&{yahoo}"),
  CLOUDMADE_ORIGINAL("http://tile.cloudmade.com/{key}/1/256/{Z}/{X}/{Y}.png"),
  CLOUDMADE_FINELINE("http://tile.cloudmade.com/{key}/2/256/{Z}/{X}/{Y}.png"),
  CLOUDMADE_TOURIST("http://tile.cloudmade.com/{key}/7/256/{Z}/{X}/{Y}.png"),
  CLOUDMADE_FRESH("http://tile.cloudmade.com/{key}/997/256/{Z}/{X}/{Y}.png"),
  CLOUDMADE_PALEDAWN("http://tile.cloudmade.com/{key}/998/256/{Z}/{X}/{Y}.png"),
  CLOUDMADE_MIDNIGHTCOMMANDER("http://tile.cloudmade.com/{key}/999/256/{Z}/{X}/{Y}.png"),
  STAMEN_TONER("http://tile.stamen.com/toner/{Z}/{X}/{Y}.png"),
  STAMEN_TERRAIN("http://tile.stamen.com/terrain/{Z}/{X}/{Y}.jpg"),
  STAMEN_WATERCOLOR("http://tile.stamen.com/watercolor/{Z}/{X}/{Y}.jpg");

  /** Bottom first. */
  private final List<String> urls;

  KnownMap(String... urls) {
    this.urls = List.of(urls);
  }

  static KnownMap named(Options options, String key) {
    String name = options.text(key);
    return Arrays.stream(values())
        .filter(map -> map.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                options.problem(
                    key,
                    "the map \"%s\" is not known; known are %s."
                        .formatted(name, Arrays.toString(values()))));
  }

  List<String> urls() {
    return urls;
  }

  boolean needsKey() {
    return urls.get(0).contains("{key}");
  }

  /** Whether tiles are numbered by quadkey, which has no words for rows outside of the world. */
  boolean hasQuadkeys() {
    return urls.get(0).contains("{quadkey}");
  }
}
