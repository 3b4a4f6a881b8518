package org.azulejo.provider.proxy;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Options;
import org.azulejo.upstream.Address;

/** Addresses with {Z}, {X}, {Y} and perhaps {R} to be filled in; anything else stays as it is. */
record UrlTemplates(List<String> urls) implements TileAddresses {
  /** Commas are allowed within an address; only those before a new one divide. */
  private static final Pattern BETWEEN = Pattern.compile(",(?=(?:https?|file)://)");

  private static final Pattern ALLOWED = Pattern.compile("(?:https?|file)://\\S+");
  private static final Coordinate ANY = new Coordinate(0, 0, 0);

  static UrlTemplates of(Options options, String key) {
    List<String> urls = options.texts(key).stream().flatMap(BETWEEN::splitAsStream).toList();
    if (urls.isEmpty()) {
      throw options.problem(key, "expected an address or a list of them, found none.");
    }
    for (int i = 0; i < urls.size(); i++) {
      String which =
          urls.size() == 1 ? "the address" : "address %d of %d".formatted(i + 1, urls.size());
      requireAddress(options, key, which, urls.get(i));
    }
    return new UrlTemplates(urls);
  }

  private static void requireAddress(Options options, String key, String which, String url) {
    if (!ALLOWED.matcher(url).matches()) {
      throw options.problem(
          key, which + " must start with http://, https:// or file:// and hold no spaces.");
    }
    try {
      Address.of(fill(url, ANY, 1));
    } catch (IllegalArgumentException e) {
      throw options.problem(key, "%s %s.".formatted(which, e.getMessage()));
    }
  }

  @Override
  public int depth() {
    return urls.size();
  }

  /** One of them is enough: the others are fitted in. */
  @Override
  public boolean scale() {
    return urls.stream().anyMatch(url -> url.contains("{R}"));
  }

  @Override
  public List<URI> of(Coordinate coordinate, int scale) {
    return urls.stream().map(url -> Address.of(fill(url, coordinate, scale))).toList();
  }

  private static String fill(String url, Coordinate coordinate, int scale) {
    return url.replace("{Z}", String.valueOf(coordinate.zoom()))
        .replace("{X}", String.valueOf(coordinate.column()))
        .replace("{Y}", String.valueOf(coordinate.row()))
        .replace("{R}", scale > 1 ? "@" + scale + "x" : "");
  }
}
