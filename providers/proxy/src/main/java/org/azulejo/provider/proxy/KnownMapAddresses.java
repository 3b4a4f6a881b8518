package org.azulejo.provider.proxy;

import java.net.URI;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Options;
import org.azulejo.upstream.Address;

/**
 * The addresses of a {@link KnownMap}. Besides {Z}, {X} and {Y} its blanks are {1-4}, one server of
 * those; {quadkey} and {yahoo}, the numberings of those firms, which wrap around the globe; and
 * {key}.
 */
final class KnownMapAddresses implements TileAddresses {
  private static final Pattern BLANK = Pattern.compile("\\{([^}]+)}");

  private final KnownMap map;
  private final String key;
  private final RandomGenerator random;

  private KnownMapAddresses(KnownMap map, String key, RandomGenerator random) {
    this.map = map;
    this.key = key;
    this.random = random;
  }

  /**
   * @param random chooses among servers of equal rank; safe for many threads
   */
  static KnownMapAddresses of(Options options, String key, RandomGenerator random) {
    KnownMap map = KnownMap.named(options, key);
    String secret = map.needsKey() ? options.text("cloudmade key") : "";
    return new KnownMapAddresses(map, secret, random);
  }

  @Override
  public List<URI> of(Coordinate coordinate, int scale) {
    return map.hasQuadkeys() && isBeyondPole(coordinate)
        ? List.of()
        : map.urls().stream().map(url -> Address.of(fill(url, coordinate))).toList();
  }

  @Override
  public int depth() {
    return map.urls().size();
  }

  @Override
  public boolean scale() {
    return false;
  }

  private static boolean isBeyondPole(Coordinate coordinate) {
    return coordinate.row() >> Math.min(coordinate.zoom(), 31) != 0;
  }

  private String fill(String url, Coordinate coordinate) {
    return BLANK
        .matcher(url)
        .replaceAll(blank -> Matcher.quoteReplacement(value(blank.group(1), coordinate)));
  }

  private String value(String blank, Coordinate coordinate) {
    return switch (blank) {
      case "Z" -> String.valueOf(coordinate.zoom());
      case "X" -> String.valueOf(coordinate.column());
      case "Y" -> String.valueOf(coordinate.row());
      case "quadkey" -> quadkey(coordinate);
      case "yahoo" -> yahoo(coordinate);
      case "key" -> key;
      default -> server(blank);
    };
  }

  /** One of the digits from the first to the last. */
  private String server(String range) {
    int first = Character.digit(range.charAt(0), 10);
    int last = Character.digit(range.charAt(2), 10);
    return String.valueOf(random.nextInt(first, last + 1));
  }

  /** A digit for every zoom: its first bit is the row's, its second the column's. */
  private static String quadkey(Coordinate coordinate) {
    long column = wrapped(coordinate);
    var digits = new StringBuilder();
    for (int zoom = coordinate.zoom() - 1; zoom >= 0; zoom--) {
      int shift = Math.min(zoom, 62);
      digits.append((coordinate.row() >> Math.min(zoom, 31) & 1) * 2 + (column >> shift & 1));
    }
    return digits.toString();
  }

  /** Rows count upwards from the equator, zooms downwards. */
  private static String yahoo(Coordinate coordinate) {
    long row = (long) (Math.pow(2, coordinate.zoom() - 1) - coordinate.row() - 1);
    return "x=%d&y=%d&z=%d".formatted(wrapped(coordinate), row, 18 - coordinate.zoom());
  }

  private static long wrapped(Coordinate coordinate) {
    return Math.floorMod((long) coordinate.column(), 1L << Math.min(coordinate.zoom(), 62));
  }
}
