package org.azulejo.engine.layer;

import java.time.Duration;
import java.util.List;
import org.azulejo.api.Options;
import org.azulejo.layer.ClientCaching;

/**
 * How long a cached tile lives.
 *
 * @param lifespan after which it is old; 0 is never
 * @param whileRevalidating how long an old one is still served while it is drawn anew
 * @param ifError how long an old one is still served when it cannot be drawn anew
 */
public record Lifetimes(SecondsByZoom lifespan, Duration whileRevalidating, Duration ifError) {
  private static final String LIFESPAN = "cache lifespan";
  private static final String WHILE_REVALIDATING = "stale while revalidate";
  private static final String IF_ERROR = "stale if error";

  /** The keys that may stand in the section of a cache as well. */
  public static final List<String> KEYS =
      List.of(LIFESPAN, LIFESPAN + " by zoom", WHILE_REVALIDATING, IF_ERROR);

  /**
   * @param cache whose section says what holds where that of the layer says nothing
   */
  static Lifetimes of(Options layer, Options cache) {
    boolean isOwn = layer.has(LIFESPAN) || layer.has(LIFESPAN + " by zoom");
    return new Lifetimes(
        SecondsByZoom.of(isOwn ? layer : cache, LIFESPAN),
        seconds(layer, cache, WHILE_REVALIDATING),
        seconds(layer, cache, IF_ERROR));
  }

  private static Duration seconds(Options layer, Options cache, String key) {
    return Duration.ofSeconds(SecondsByZoom.seconds(layer.has(key) ? layer : cache, key));
  }

  /** After which a tile is old; zero is never. */
  Duration lifespan(int zoom) {
    return Duration.ofSeconds(lifespan.at(zoom).orElse(0));
  }

  /** How long an old tile may still be of use. */
  Duration longest() {
    return whileRevalidating.compareTo(ifError) > 0 ? whileRevalidating : ifError;
  }

  /** What clients are told who may keep a tile so many seconds. */
  ClientCaching forClients(int maximumAge) {
    return new ClientCaching(
        maximumAge, (int) whileRevalidating.toSeconds(), (int) ifError.toSeconds());
  }

  /** After which nobody will want a tile any more; zero is never. */
  Duration keeping(int zoom) {
    Duration lifespan = lifespan(zoom);
    return lifespan.isZero() ? lifespan : lifespan.plus(longest());
  }
}
