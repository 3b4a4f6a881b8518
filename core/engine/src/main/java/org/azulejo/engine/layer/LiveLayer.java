package org.azulejo.engine.layer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.layer.Answer;
import org.azulejo.layer.Answer.Found;
import org.azulejo.layer.Answer.Origin;
import org.azulejo.layer.LayerWaitingException;
import org.jspecify.annotations.Nullable;

/**
 * The working part of a layer: bounds, cache, drawing. Lives until it is retired and the last
 * request has left; a request that finds it retired goes to its successor.
 */
final class LiveLayer {
  /** No map has more; beyond it the arithmetic of tiles runs out of numbers. */
  static final int HIGHEST_ZOOM = 99;

  private final LayerSettings settings;
  private final Store store;
  private final @Nullable Renderer renderer;
  private final List<String> missing;
  private final InstantSource clock;
  private final Tally tally;
  private final Redrawing<Flight> redrawing;
  private final SingleFlight<Flight, Drawn> flights = new SingleFlight<>();
  private final Map<TileKind, EncodedTile> blanks = new ConcurrentHashMap<>();

  /**
   * @param renderer null if the layer waits
   * @param missing what the layer waits for
   * @param lifeline that whoever calls has entered
   */
  LiveLayer(
      LayerSettings settings,
      Store store,
      @Nullable Renderer renderer,
      List<String> missing,
      Lifeline lifeline,
      Crew crew) {
    this.settings = settings;
    this.store = store;
    this.renderer = renderer;
    this.missing = missing;
    this.clock = crew.clock();
    this.tally = crew.tally();
    this.redrawing = new Redrawing<>(settings.name(), lifeline, crew.redrawers(), clock);
  }

  Optional<EncodedTile> peek(Coordinate coordinate, Format format, int scale) {
    return includes(coordinate) ? store.peek(key(coordinate, format, scale)) : Optional.empty();
  }

  Optional<Found> read(Coordinate coordinate, Format format, int scale) {
    return includes(coordinate) ? read(key(coordinate, format, scale), grace()) : Optional.empty();
  }

  /** What can only fail serves old tiles as long as if it had failed. */
  private Duration grace() {
    Lifetimes lifetimes = settings.lifetimes();
    return renderer == null || redrawing.fails()
        ? lifetimes.longest()
        : lifetimes.whileRevalidating();
  }

  private Optional<Found> read(TileKey key, Duration grace) {
    return store
        .read(key, grace)
        .map(tile -> store.isFresh(key, tile) ? new Found(tile, Origin.CACHE) : old(key, tile));
  }

  private Found old(TileKey key, EncodedTile tile) {
    if (renderer != null) {
      Flight flight = flight(renderer, key.coordinate(), key.format(), key.scale());
      redrawing.want(flight, () -> redrawn(renderer, flight, key.coordinate()));
    }
    return new Found(tile, Origin.STALE);
  }

  Answer tile(Coordinate coordinate, Format format, int scale) throws Exception {
    if (!includes(coordinate)) {
      return new Answer.None(blank(format, scale));
    }
    Optional<Found> cached = read(coordinate, format, scale);
    if (cached.isPresent()) {
      return cached.get();
    }
    if (renderer == null) {
      throw new LayerWaitingException(settings.name(), missing);
    }
    try {
      return drawn(renderer, flight(renderer, coordinate, format, scale), coordinate);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      Optional<Found> old = inPlaceOfAFailure(key(coordinate, format, scale));
      if (old.isEmpty()) {
        throw e;
      }
      tally.mishap(coordinate.toString(), e);
      return old.get();
    }
  }

  private Optional<Found> inPlaceOfAFailure(TileKey key) {
    Duration grace = settings.lifetimes().ifError();
    return grace.isZero() ? Optional.empty() : read(key, grace);
  }

  private boolean includes(Coordinate coordinate) {
    return coordinate.zoom() <= HIGHEST_ZOOM && settings.bounds().include(coordinate);
  }

  private static Flight flight(Renderer artist, Coordinate coordinate, Format format, int scale) {
    return new Flight(artist.blockAround(coordinate), format, scale);
  }

  private Answer redrawn(Renderer artist, Flight flight, Coordinate coordinate) throws Exception {
    try {
      return drawn(artist, flight, coordinate);
    } catch (Exception | LinkageError e) {
      tally.mishap(coordinate.toString(), e);
      throw e;
    }
  }

  private Answer drawn(Renderer artist, Flight flight, Coordinate coordinate) throws Exception {
    Drawn drawn;
    do {
      drawn = flights.fly(flight, () -> lookOrDraw(artist, coordinate, flight));
    } while (!drawn.isAbout(coordinate));
    EncodedTile tile = drawn.tiles.get(coordinate);
    return tile == null
        ? new Answer.None(Optional.empty())
        : new Found(tile, drawn.isWhole ? Origin.DRAWING : Origin.CACHE);
  }

  /** With the lock in hand it looks once more: another server may have drawn meanwhile. */
  private Drawn lookOrDraw(Renderer artist, Coordinate coordinate, Flight flight) throws Exception {
    try (TileLock lock = store.hold(key(flight.block.first(), flight.format, flight.scale))) {
      Optional<EncodedTile> cached =
          store.read(key(coordinate, flight.format, flight.scale), Duration.ZERO);
      if (cached.isPresent()) {
        return new Drawn(Map.of(coordinate, cached.get()), false);
      }
      Map<Coordinate, EncodedTile> tiles = rendered(artist, flight);
      store.write(keyed(tiles, flight));
      return new Drawn(tiles, true);
    }
  }

  private Map<Coordinate, EncodedTile> rendered(Renderer artist, Flight flight) throws Exception {
    try {
      var tiles = tally.timed(() -> artist.render(flight.block, flight.format, flight.scale));
      redrawing.succeeded();
      return tiles;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      redrawing.failed();
      throw e;
    }
  }

  private Map<TileKey, EncodedTile> keyed(Map<Coordinate, EncodedTile> tiles, Flight flight) {
    var keyed = new LinkedHashMap<TileKey, EncodedTile>();
    tiles.forEach((c, tile) -> keyed.put(key(c, flight.format, flight.scale), tile));
    return keyed;
  }

  private TileKey key(Coordinate coordinate, Format format, int scale) {
    return new TileKey(settings.name(), coordinate, format, scale);
  }

  /** An empty picture for what lies out of bounds; other kinds of tiles have none. */
  private Optional<EncodedTile> blank(Format format, int scale) throws IOException {
    if (!format.isImage()) {
      return Optional.empty();
    }
    var kind = new TileKind(format, scale);
    EncodedTile blank = blanks.get(kind);
    if (blank == null) {
      int edge = settings.tileSize() * scale;
      var image = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_ARGB);
      byte[] bytes = settings.encoders().blankEncoder(format).encode(image);
      blank = new EncodedTile(format, bytes, clock.instant());
      blanks.put(kind, blank);
    }
    return Optional.of(blank);
  }

  private record TileKind(Format format, int scale) {}

  private record Flight(Block block, Format format, int scale) {}

  /**
   * @param isWhole whether the whole block was drawn; else one tile of it was found in the cache
   */
  private record Drawn(Map<Coordinate, EncodedTile> tiles, boolean isWhole) {
    boolean isAbout(Coordinate coordinate) {
      return isWhole || tiles.containsKey(coordinate);
    }
  }
}
