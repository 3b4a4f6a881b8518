package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.azulejo.api.Area;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Provider;
import org.azulejo.api.Tile;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.engine.fake.HandClock;
import org.azulejo.engine.fake.MapCache;
import org.azulejo.engine.fake.Painter;
import org.azulejo.engine.fake.Sections;
import org.azulejo.engine.image.Decoder;
import org.azulejo.engine.projection.Projections;
import org.azulejo.layer.Answer;
import org.azulejo.layer.Answer.Origin;
import org.azulejo.layer.LayerFailedException;
import org.azulejo.layer.LayerState;
import org.azulejo.layer.LayerWaitingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConfiguredLayerTest {
  private static final Coordinate PLACE = new Coordinate(3, 5, 2);

  private final HandClock clock = new HandClock();
  private final MapCache cache = new MapCache();
  private final Tally tally = new Tally(clock, () -> clock.millis() * 1_000_000);
  private final Map<String, ConfiguredLayer> serving = new HashMap<>();
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  private LayerSettings settings(String json) {
    return LayerSettings.of(
        "osm", Sections.of(json), Sections.of("{}"), new Projections().mercator());
  }

  private Crew crew() {
    return new Crew(
        cache,
        List.of(),
        new RecentTiles(1 << 20, clock),
        new Decoder(),
        clock,
        tally,
        Runnable::run,
        Map::of,
        name -> Optional.ofNullable(serving.get(name)));
  }

  private ConfiguredLayer active(Provider provider, String json) {
    return ConfiguredLayer.active(settings(json), provider, List.of(), crew());
  }

  private ConfiguredLayer waiting(String json) {
    return ConfiguredLayer.waiting(
        settings(json), List.of("provider \"mapnik\""), Traits.UNKNOWN, crew());
  }

  private static TileKey key(Coordinate coordinate) {
    return new TileKey("osm", coordinate, Format.PNG);
  }

  private EncodedTile cached() {
    var tile = new EncodedTile(Format.PNG, new byte[] {1}, clock.instant());
    cache.tiles.put(key(PLACE), tile);
    return tile;
  }

  @Test
  void aTileIsDrawnOnceAndThenComesFromTheCache() throws Exception {
    var painter = new Painter();
    var layer = active(painter, "{}");
    Answer first = layer.tile(PLACE, Format.PNG, 1);
    Answer second = layer.tile(PLACE, Format.PNG, 1);
    EncodedTile tile = cache.tiles.get(key(PLACE));
    assertThat(first).isEqualTo(new Answer.Found(tile, Origin.DRAWING));
    assertThat(second).isEqualTo(new Answer.Found(tile, Origin.CACHE));
    assertThat(painter.areas).hasSize(1);
    assertThat(layer.peek(PLACE, Format.PNG, 1)).containsSame(tile);
  }

  @Test
  void scalesAndFormatsHaveTilesOfTheirOwn() throws Exception {
    var layer = active(new Painter(), "{}");
    layer.tile(PLACE, Format.PNG, 1);
    layer.tile(PLACE, Format.PNG, 2);
    assertThat(cache.tiles).containsOnlyKeys(key(PLACE), new TileKey("osm", PLACE, Format.PNG, 2));
  }

  @Test
  void aHundredRequestsAtOnceDrawOnce() throws Exception {
    var arrived = new CountDownLatch(100);
    var painter =
        new Painter() {
          @Override
          public Optional<Tile> draw(Area area) throws Exception {
            arrived.await();
            return super.draw(area);
          }
        };
    var layer = active(painter, "{}");
    List<Future<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(
          pool.submit(
              () -> {
                arrived.countDown();
                return layer.tile(PLACE, Format.PNG, 1);
              }));
    }
    EncodedTile tile = found(answers.get(0).get());
    for (Future<Answer> answer : answers) {
      assertThat(found(answer.get())).isSameAs(tile);
    }
    assertThat(painter.areas).hasSize(1);
  }

  @Test
  void siblingsOfAMetatileShareOneDrawing() throws Exception {
    var arrived = new CountDownLatch(16);
    var painter =
        new Painter() {
          @Override
          public Optional<Tile> draw(Area area) throws Exception {
            arrived.await();
            return super.draw(area);
          }
        };
    var layer = active(painter, "{'tile height': 16, 'metatile': {'rows': 4, 'columns': 4}}");
    List<Future<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      var sibling = new Coordinate(3, 4 + i % 4, i / 4);
      answers.add(
          pool.submit(
              () -> {
                arrived.countDown();
                return layer.tile(sibling, Format.PNG, 1);
              }));
    }
    for (int i = 0; i < 16; i++) {
      assertThat(found(answers.get(i).get()).image().getRGB(0, 0))
          .isEqualTo(Painter.pixel(i % 4 * 16, i / 4 * 16));
    }
    assertThat(painter.areas).hasSize(1);
    assertThat(cache.tiles).hasSize(16);
  }

  @Test
  void whatAnotherServerDrewMeanwhileIsNotDrawnAgain() throws Exception {
    var painter = new Painter();
    var layer = active(painter, "{}");
    cache.locks =
        (key, stale) -> {
          cached();
          return () -> {};
        };
    assertThat(layer.tile(PLACE, Format.PNG, 1))
        .isEqualTo(new Answer.Found(cache.tiles.get(key(PLACE)), Origin.CACHE));
    assertThat(painter.areas).isEmpty();
  }

  @Test
  void outOfBoundsIsABlankPictureNeitherCachedNorLockedNorRead() throws Exception {
    cache.lockable();
    cached();
    for (var layer :
        List.of(
            active(new Painter(), "{'bounds': {'west': 170}, 'tile height': 32}"),
            waiting("{'bounds': {'west': 170}, 'tile height': 32}"))) {
      var none = (Answer.None) layer.tile(PLACE, Format.PNG, 2);
      var blank = none.blank().orElseThrow().image();
      assertThat(blank.getWidth()).isEqualTo(64);
      assertThat(blank.getRGB(0, 0)).isZero();
      assertThat(layer.tile(PLACE, Format.PNG, 2)).isEqualTo(none);
      assertThat(layer.peek(PLACE, Format.PNG, 1)).isEmpty();
      assertThat(layer.read(PLACE, Format.PNG, 1)).isEmpty();
    }
    assertThat(cache.tiles).hasSize(1);
    assertThat(cache.locked).hasValue(0);
    assertThat(cache.reads).hasValue(0);
  }

  @Test
  void theBlankPictureIsTransparentThoughTheLayersPaletteIsNot(@TempDir Path folder)
      throws Exception {
    Path palette = Files.write(folder.resolve("black.act"), new byte[768]);
    var layer =
        active(
            new Painter(),
            "{'bounds': [], 'png options': {'palette': '%s'}}".formatted(palette.toUri()));
    var none = (Answer.None) layer.tile(PLACE, Format.PNG, 1);
    assertThat(none.blank().orElseThrow().image().getRGB(0, 0)).isZero();
  }

  @Test
  void outOfBoundsThereIsNoOtherKindOfTile() throws Exception {
    var layer = active(new Painter(), "{'bounds': []}");
    assertThat(layer.tile(PLACE, Format.of("JSON", "application/json", "json"), 1))
        .isEqualTo(new Answer.None(Optional.empty()));
  }

  @Test
  void zoomsBeyondAllMeasureAreOutOfBounds() throws Exception {
    var layer = active(new Painter(), "{}");
    for (int zoom : new int[] {100, 1_000_000_000, Integer.MAX_VALUE}) {
      assertThat(layer.tile(new Coordinate(zoom, 0, 0), Format.PNG, 1))
          .isInstanceOf(Answer.None.class);
    }
    assertThat(layer.tile(new Coordinate(99, -5, Integer.MAX_VALUE), Format.PNG, 1))
        .isInstanceOf(Answer.Found.class);
  }

  @Test
  void nothingIsCachedAfterAFailureOrWhereThereIsNoTile() throws Exception {
    TileProvider failing =
        request -> {
          throw new IOException("no luck");
        };
    assertThatThrownBy(() -> active(failing, "{}").tile(PLACE, Format.PNG, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("no luck");
    TileProvider empty = request -> Optional.empty();
    assertThat(active(empty, "{}").tile(PLACE, Format.PNG, 1))
        .isEqualTo(new Answer.None(Optional.empty()));
    assertThat(cache.tiles).isEmpty();
  }

  @Test
  void aBrokenCacheIsNoHindrance() throws Exception {
    cache.broken = new IllegalStateException("the disk is full");
    assertThat(active(new Painter(), "{}").tile(PLACE, Format.PNG, 1))
        .isInstanceOf(Answer.Found.class);
  }

  @Test
  void aWaitingLayerServesWhatItsCacheHolds() throws Exception {
    var layer = waiting("{}");
    assertThat(layer.state()).isEqualTo(new LayerState.Waiting(List.of("provider \"mapnik\"")));
    assertThatThrownBy(() -> layer.tile(PLACE, Format.PNG, 1))
        .isInstanceOf(LayerWaitingException.class)
        .hasMessage("The layer \"osm\" waits for provider \"mapnik\".");
    EncodedTile tile = cached();
    assertThat(layer.tile(PLACE, Format.PNG, 1)).isEqualTo(new Answer.Found(tile, Origin.CACHE));
    assertThat(layer.read(PLACE, Format.PNG, 1)).hasValue(new Answer.Found(tile, Origin.CACHE));
    assertThat(layer.format("PBF")).isPresent();
  }

  @Test
  void aFailedLayerSaysWhy() {
    var layer = ConfiguredLayer.failed(settings("{}"), "layers.osm: broken.", crew());
    cached();
    assertThatThrownBy(() -> layer.tile(PLACE, Format.PNG, 1))
        .isInstanceOf(LayerFailedException.class)
        .hasMessage("The layer \"osm\" failed: layers.osm: broken.");
    assertThat(layer.peek(PLACE, Format.PNG, 1)).isEmpty();
    assertThat(layer.read(PLACE, Format.PNG, 1)).isEmpty();
    assertThat(layer.formats()).isEmpty();
    assertThat(layer.preview().extension()).isEqualTo("png");
  }

  @Test
  void aRequestThatFindsItsLayerRetiredGoesToTheSuccessor() throws Exception {
    var old = new Painter();
    var fresh = new Painter();
    var layer = active(old, "{}");
    serving.put("osm", active(fresh, "{}"));
    layer.retire();
    assertThat(layer.tile(PLACE, Format.PNG, 1)).isInstanceOf(Answer.Found.class);
    assertThat(layer.read(PLACE, Format.PNG, 1)).isEmpty();
    assertThat(old.areas).isEmpty();
    assertThat(fresh.areas).hasSize(1);
  }

  @Test
  void aRequestOfALayerThatIsNoMoreFindsNothing() throws Exception {
    var layer = active(new Painter(), "{}");
    layer.retire();
    assertThat(layer.tile(PLACE, Format.PNG, 1)).isEqualTo(new Answer.None(Optional.empty()));
    serving.put("osm", layer);
    assertThat(layer.tile(PLACE, Format.PNG, 1)).isEqualTo(new Answer.None(Optional.empty()));
  }

  @Test
  void aPluginThatFailsBecauseItWentIsReplacedByItsSuccessor() throws Exception {
    serving.put("osm", active(new Painter(), "{}"));
    for (Throwable failure :
        new Throwable[] {new IllegalStateException("gone"), new NoClassDefFoundError("gone")}) {
      cache.tiles.clear();
      ConfiguredLayer[] layer = new ConfiguredLayer[1];
      layer[0] =
          active(
              provider(
                  () -> {
                    layer[0].retire();
                    return raise(failure);
                  }),
              "{}");
      assertThat(layer[0].tile(PLACE, Format.PNG, 1)).isInstanceOf(Answer.Found.class);
    }
  }

  @Test
  void aPluginThatFailsWhileItServesHasFailed() {
    var failure = new NoClassDefFoundError("its own fault");
    var layer = active(provider(() -> raise(failure)), "{}");
    serving.put("osm", active(new Painter(), "{}"));
    assertThatThrownBy(() -> layer.tile(PLACE, Format.PNG, 1)).isSameAs(failure);
    assertThat(layer.retire().toCompletableFuture()).isDone();
  }

  @Test
  void whoeverIsInterruptedIsNotSentToTheSuccessor() {
    ConfiguredLayer[] layer = new ConfiguredLayer[1];
    layer[0] =
        active(
            provider(
                () -> {
                  layer[0].retire();
                  return raise(new InterruptedException());
                }),
            "{}");
    serving.put("osm", active(new Painter(), "{}"));
    assertThatThrownBy(() -> layer[0].tile(PLACE, Format.PNG, 1))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void aRequestUnderWayFinishesOnTheOldLayer() throws Exception {
    var begun = new CountDownLatch(1);
    var allowed = new CountDownLatch(1);
    var painter =
        new Painter() {
          @Override
          public Optional<Tile> draw(Area area) throws Exception {
            begun.countDown();
            allowed.await();
            return super.draw(area);
          }
        };
    var layer = active(painter, "{}");
    Future<Answer> answer = pool.submit(() -> layer.tile(PLACE, Format.PNG, 1));
    begun.await();
    var end = layer.retire().toCompletableFuture();
    assertThat(end).isNotDone();
    allowed.countDown();
    assertThat(answer.get()).isInstanceOf(Answer.Found.class);
    end.get(30, TimeUnit.SECONDS);
    assertThat(painter.areas).hasSize(1);
  }

  @Test
  void theMostUsualFormatsComeFirst() {
    Format special = Format.of("Aardvark", "image/aardvark", "aa");
    var layer = active(offering(Set.of(special, Format.GIF, Format.PNG), Map.of()), "{}");
    assertThat(layer.formats()).containsExactly(Format.PNG, Format.GIF, special);
    assertThat(layer.preview().extension()).isEqualTo("png");
    assertThat(layer.format("AA")).containsSame(special);
    assertThat(layer.format("jpg")).isEmpty();
    assertThat(layer.scales()).isFalse();
  }

  @Test
  void aProviderHasToOfferSomethingThatMakesSense() {
    assertThatThrownBy(() -> active(offering(Set.of(), Map.of()), "{}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("The provider has no format to offer.");
    var metadata = new HashMap<String, Object>();
    metadata.put("name", null);
    assertThatThrownBy(() -> active(offering(Format.IMAGES, metadata), "{}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("The provider's metadata has nothing to say at \"name\".");
  }

  @Test
  void settingsAreShownAsTheyAre() {
    var layer =
        active(
            new Painter(),
            """
            {'allowed origin': '*', 'maximum cache age': 0, 'tile height': 512,
             'redirects': {'JPG': 'png'}, 'preview': {'lat': 1, 'zoom': 3, 'ext': 'gif'}}
            """);
    assertThat(layer.allowedOrigin()).hasValue("*");
    assertThat(layer.maximumAge()).hasValue(0);
    assertThat(layer.tileSize()).isEqualTo(512);
    assertThat(layer.redirect("jpg")).hasValue("png");
    assertThat(layer.redirect("png")).isEmpty();
    assertThat(layer.preview().extension()).isEqualTo("gif");
    assertThat(layer.preview().longitude()).isEqualTo(-122.26);
    assertThat(layer.scales()).isTrue();
  }

  private static EncodedTile found(Answer answer) {
    return ((Answer.Found) answer).tile();
  }

  @Test
  void whatBecomesOfRequestsIsCounted() throws Exception {
    var tile = new EncodedTile(Format.PNG, new byte[] {1}, clock.instant());
    var layer = active(provider(() -> Optional.of(tile)), "{'bounds': {'low': 1}}");
    cache.peeks = true;
    layer.tile(PLACE, Format.PNG, 1);
    layer.read(PLACE, Format.PNG, 1);
    layer.peek(PLACE, Format.PNG, 1);
    layer.tile(new Coordinate(0, 0, 0), Format.PNG, 1);
    var figures = layer.figures();
    assertThat(figures.drawn()).isEqualTo(1);
    assertThat(figures.drawing().count()).isEqualTo(1);
    assertThat(figures.hits()).isEqualTo(2);
    assertThat(figures.absent()).isEqualTo(1);
    assertThat(figures.requests()).isEqualTo(4);
  }

  @Test
  void aCacheThatKnowsSaysHowMuchItHoldsAndOneThatFailsDoesNot() {
    var layer = active(provider(Optional::empty), "{}");
    cached();
    assertThat(layer.figures().cacheBytes()).hasValue(1);
    cache.broken = new IllegalStateException("Broken.");
    assertThat(layer.figures().cacheBytes()).isEmpty();
  }

  @Test
  void theLastFailuresAreRemembered() {
    var layer = active(provider(() -> raise(new IllegalStateException("Broken."))), "{}");
    for (int failure = 0; failure < 12; failure++) {
      assertThatThrownBy(() -> layer.tile(PLACE, Format.PNG, 1)).hasMessage("Broken.");
    }
    assertThat(layer.figures().errors()).isEqualTo(12);
    assertThat(layer.figures().mishaps()).hasSize(10);
    assertThat(layer.figures().mishaps().get(0).tile()).isEqualTo(PLACE.toString());
    assertThat(layer.figures().mishaps().get(0).sentence()).isEqualTo("Broken.");
  }

  private static TileProvider provider(Callable<Optional<Tile>> work) {
    return request -> work.call();
  }

  private static <T> T raise(Throwable failure) throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }

  private static TileProvider offering(Set<Format> formats, Map<String, Object> metadata) {
    return new TileProvider() {
      @Override
      public Optional<Tile> tile(TileRequest request) {
        return Optional.empty();
      }

      @Override
      public Set<Format> formats() {
        return formats;
      }

      @Override
      public Map<String, Object> metadata() {
        return metadata;
      }
    };
  }
}
