package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.azulejo.api.Area;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Tile;
import org.azulejo.api.TileKey;
import org.azulejo.engine.fake.HandClock;
import org.azulejo.engine.fake.MapCache;
import org.azulejo.engine.fake.Painter;
import org.azulejo.engine.fake.Sections;
import org.azulejo.engine.image.Decoder;
import org.azulejo.engine.projection.Projections;
import org.azulejo.layer.Answer.Found;
import org.azulejo.layer.Answer.Origin;
import org.azulejo.layer.LayerWaitingException;
import org.junit.jupiter.api.Test;

class StaleTilesTest {
  private static final Coordinate PLACE = new Coordinate(3, 5, 2);
  private static final TileKey KEY = new TileKey("osm", PLACE, Format.PNG);
  private static final String BOTH =
      "{'cache lifespan': 60, 'stale while revalidate': 30, 'stale if error': 300}";

  private final HandClock clock = new HandClock();
  private final MapCache cache = new MapCache();
  private final Tally tally = new Tally(clock, () -> 0);
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final EncodedTile tile = new EncodedTile(Format.PNG, new byte[] {1}, clock.instant());
  private final FickleProvider provider = new FickleProvider();

  private static final class FickleProvider extends Painter {
    boolean fails;

    @Override
    public Optional<Tile> draw(Area area) throws Exception {
      if (fails) {
        areas.add(area);
        throw new IOException("The sky is overcast.");
      }
      return super.draw(area);
    }
  }

  private ConfiguredLayer layer(String json) {
    return layer(json, later::add);
  }

  private ConfiguredLayer layer(String json, Executor redrawers) {
    cache.tiles.put(KEY, tile);
    return ConfiguredLayer.active(settings(json), provider, List.of(), crew(redrawers));
  }

  private LayerSettings settings(String json) {
    return LayerSettings.of(
        "osm", Sections.of(json), Sections.of("{}"), new Projections().mercator());
  }

  private Crew crew(Executor redrawers) {
    var recent = new RecentTiles(1 << 20, clock);
    return new Crew(
        cache,
        List.of(),
        recent,
        new Decoder(),
        clock,
        tally,
        redrawers,
        Map::of,
        name -> Optional.empty());
  }

  private void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  private void redraw() {
    for (Runnable work = later.poll(); work != null; work = later.poll()) {
      work.run();
    }
  }

  private Found tile(ConfiguredLayer layer) throws Exception {
    return (Found) layer.tile(PLACE, Format.PNG, 1);
  }

  @Test
  void anOldTileIsServedWhileItIsDrawnAnew() throws Exception {
    var layer = layer(BOTH);
    pass(59);
    assertThat(tile(layer)).isEqualTo(new Found(tile, Origin.CACHE));
    assertThat(later).isEmpty();
    pass(2);
    assertThat(layer.peek(PLACE, Format.PNG, 1)).isEmpty();
    assertThat(layer.read(PLACE, Format.PNG, 1)).hasValue(new Found(tile, Origin.STALE));
    assertThat(tile(layer)).isEqualTo(new Found(tile, Origin.STALE));
    assertThat(later).hasSize(1);
    redraw();
    assertThat(provider.areas).hasSize(1);
    assertThat(tile(layer)).isEqualTo(new Found(cache.tiles.get(KEY), Origin.CACHE));
    assertThat(cache.tiles.get(KEY)).isNotSameAs(tile);
  }

  @Test
  void whatIsTooOldForThatIsDrawnAtOnce() throws Exception {
    var layer = layer(BOTH);
    pass(90);
    assertThat(tile(layer).origin()).isEqualTo(Origin.DRAWING);
  }

  @Test
  void withoutALifespanNothingIsEverOld() throws Exception {
    var layer = layer("{'stale while revalidate': 30}");
    pass(1_000_000);
    assertThat(tile(layer).origin()).isEqualTo(Origin.CACHE);
  }

  @Test
  void anOldTileIsServedWhenItCannotBeDrawn() throws Exception {
    var layer = layer(BOTH);
    provider.fails = true;
    pass(359);
    assertThat(tile(layer)).isEqualTo(new Found(tile, Origin.STALE));
    assertThat(layer.figures().hits()).isEqualTo(1);
    assertThat(layer.figures().errors()).isZero();
    assertThat(layer.figures().mishaps())
        .singleElement()
        .satisfies(mishap -> assertThat(mishap.sentence()).isEqualTo("The sky is overcast."));
    pass(1);
    assertThatThrownBy(() -> tile(layer)).hasMessage("The sky is overcast.");
    assertThat(layer.figures().errors()).isEqualTo(1);
  }

  @Test
  void whileDrawingsFailNobodyWaitsForAnother() throws Exception {
    var layer = layer(BOTH);
    provider.fails = true;
    pass(200);
    tile(layer);
    tile(layer);
    assertThat(provider.areas).hasSize(1);
    assertThat(later).isEmpty();
    pass(1);
    assertThat(tile(layer).origin()).isEqualTo(Origin.STALE);
    redraw();
    assertThat(provider.areas).hasSize(2);
    pass(1);
    provider.fails = false;
    tile(layer);
    redraw();
    assertThat(tile(layer).origin()).isEqualTo(Origin.CACHE);
  }

  @Test
  void aFailureInTheBackgroundIsToldAndTriedAgain() throws Exception {
    var layer = layer(BOTH);
    provider.fails = true;
    pass(70);
    tile(layer);
    redraw();
    assertThat(layer.figures().mishaps()).hasSize(1);
    assertThat(layer.figures().errors()).isZero();
    pass(1);
    provider.fails = false;
    assertThat(tile(layer).origin()).isEqualTo(Origin.STALE);
    redraw();
    assertThat(tile(layer).origin()).isEqualTo(Origin.CACHE);
  }

  @Test
  void afterAFailureWhatIsStillQueuedIsLeftForLater() throws Exception {
    var layer = layer(BOTH);
    var other = new Coordinate(3, 5, 3);
    cache.tiles.put(new TileKey("osm", other, Format.PNG), tile);
    provider.fails = true;
    pass(70);
    tile(layer);
    layer.tile(other, Format.PNG, 1);
    assertThat(later).hasSize(2);
    redraw();
    assertThat(provider.areas).hasSize(1);
    pass(1);
    provider.fails = false;
    layer.tile(other, Format.PNG, 1);
    redraw();
    assertThat(((Found) layer.tile(other, Format.PNG, 1)).origin()).isEqualTo(Origin.CACHE);
  }

  @Test
  void whenThereIsTooMuchToDoTheTileStaysOld() throws Exception {
    var layer =
        layer(
            BOTH,
            work -> {
              throw new RejectedExecutionException();
            });
    pass(70);
    assertThat(tile(layer).origin()).isEqualTo(Origin.STALE);
    assertThat(tile(layer).origin()).isEqualTo(Origin.STALE);
    assertThat(provider.areas).isEmpty();
  }

  @Test
  void aRetiredLayerDrawsNothingAnew() throws Exception {
    var layer = layer(BOTH);
    pass(70);
    tile(layer);
    assertThat(layer.retire().toCompletableFuture()).isDone();
    redraw();
    assertThat(provider.areas).isEmpty();
  }

  @Test
  void aLayerThatWaitsServesOldTiles() throws Exception {
    cache.tiles.put(KEY, tile);
    var layer =
        ConfiguredLayer.waiting(settings(BOTH), List.of("x"), Traits.UNKNOWN, crew(later::add));
    pass(359);
    assertThat(tile(layer)).isEqualTo(new Found(tile, Origin.STALE));
    assertThat(later).isEmpty();
    pass(1);
    assertThatThrownBy(() -> tile(layer)).isInstanceOf(LayerWaitingException.class);
  }

  @Test
  void aStoreThatForgetsByItselfIsToldToKeepItUntilItIsOfNoUse() throws Exception {
    var layer = layer(BOTH);
    cache.tiles.clear();
    tile(layer);
    assertThat(cache.lifespans).containsExactly(Duration.ofSeconds(360));
  }
}
