package org.azulejo.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.Format;
import org.azulejo.api.Options;
import org.azulejo.api.ProviderFactory;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.TileSource;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.ConfigurationReader;
import org.azulejo.engine.fake.MapCache;
import org.azulejo.engine.fake.Press;
import org.azulejo.engine.layer.RecentTiles;
import org.azulejo.engine.plugin.Factories;
import org.azulejo.engine.plugin.Kind;
import org.azulejo.engine.plugin.Workshop;
import org.azulejo.layer.Answer;
import org.azulejo.layer.ClientCaching;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerState;
import org.junit.jupiter.api.Test;

class FleetTest {
  private static final Coordinate PLACE = new Coordinate(3, 5, 2);

  private final Factories factories = new Factories();
  private final Workshop workshop = new Workshop(factories, Runnable::run);
  private final Fleet fleet =
      new Fleet(
          workshop,
          new RecentTiles(0, InstantSource.system()),
          Runnable::run,
          InstantSource.system());
  private final Press press = new Press();

  /** Built upon the layers that its option {@code upon} names. */
  private static final class Tower implements TileProvider {
    private final List<TileSource> sources = new ArrayList<>();

    Tower(Options options) {
      options.sections("upon").forEach(part -> sources.add(part.layer("src")));
    }

    @Override
    public Optional<Tile> tile(TileRequest request) throws Exception {
      return sources.get(0).tile(request.coordinate(), request.format(), request.area().scale());
    }

    @Override
    public Set<Format> formats() {
      return sources.get(0).formats();
    }
  }

  private void add(Kind kind, String name, Object factory) {
    factories.add(kind, factory, Map.of("azulejo.plugin.name", name));
    fleet.rebuild();
  }

  private void addPress() {
    add(Kind.PROVIDER, "press", press);
  }

  private void addTower() {
    ProviderFactory towers = Tower::new;
    add(Kind.PROVIDER, "tower", towers);
  }

  private static String press(String text) {
    return "{'provider': {'name': 'press', 'text': '%s'}}".formatted(text);
  }

  private static String tower(String... upon) {
    var parts = List.of(upon).stream().map("{'src': '%s'}"::formatted).toList();
    return "{'provider': {'name': 'tower', 'upon': [%s]}}".formatted(String.join(", ", parts));
  }

  private void take(String layers) {
    String json = "{'layers': {%s}}".formatted(layers).replace('\'', '"');
    fleet.take(new ConfigurationReader().read(json.getBytes(UTF_8), Base.of(Path.of(""))));
  }

  private Layer layer(String name) {
    return fleet.snapshot().layer(name).orElseThrow();
  }

  private LayerState state(String name) {
    return layer(name).state();
  }

  private String print(String name) throws Exception {
    var found = (Answer.Found) layer(name).tile(PLACE, Format.PNG, 1);
    return new String(found.tile().bytes(), UTF_8);
  }

  private static LayerState failed(String sentence) {
    return new LayerState.Failed(sentence);
  }

  private static LayerState waiting(String... missing) {
    return new LayerState.Waiting(List.of(missing));
  }

  private static final LayerState ACTIVE = new LayerState.Active();

  @Test
  void howLongTilesLiveMayStandInTheSectionOfTheirCacheWhichNeverSeesIt() {
    addPress();
    var made = new ArrayList<Set<String>>();
    CacheFactory caches =
        options -> {
          made.add(options.keys());
          return new MapCache();
        };
    add(Kind.CACHE, "map", caches);
    String layers =
        """
        'a': {'provider': {'name': 'press', 'text': 'a'}, 'maximum cache age': 9,
              'cache': {'name': 'map', 'stale if error': %d, 'cache lifespan': 1}}
        """;
    take(layers.formatted(7));
    assertThat(layer("a").warnings()).isEmpty();
    assertThat(layer("a").caching(0)).hasValue(new ClientCaching(9, 0, 7));
    take(layers.formatted(8));
    assertThat(layer("a").caching(0)).hasValue(new ClientCaching(9, 0, 8));
    assertThat(made).containsExactly(Set.of("name"));
  }

  @Test
  void aLayerWaitsForEverythingThatIsMissing() {
    take(
        """
        'osm': {'provider': {'name': 'press', 'text': 'a'}, 'cache': {'name': 'Disk'},
                'pixel effect': [{'name': 'halftone'}, {'name': 'grey'}, {'name': 'grey'}]}
        """);
    assertThat(state("osm"))
        .isEqualTo(
            waiting(
                "provider \"press\"",
                "cache \"Disk\"",
                "pixel effect \"halftone\"",
                "pixel effect \"grey\""));
    addPress();
    CacheFactory disks = options -> new MapCache();
    add(Kind.CACHE, "disk", disks);
    EffectFactory effects = options -> image -> image;
    add(Kind.EFFECT, "halftone", effects);
    assertThat(state("osm")).isEqualTo(waiting("pixel effect \"grey\""));
    add(Kind.EFFECT, "grey", effects);
    assertThat(state("osm")).isEqualTo(ACTIVE);
  }

  @Test
  void oneFailingLayerTakesNoOtherDown() throws Exception {
    addPress();
    ProviderFactory broken =
        options -> {
          throw (Error) Class.forName(options.text("error")).getConstructor().newInstance();
        };
    add(Kind.PROVIDER, "broken", broken);
    addTower();
    ProviderFactory silent =
        options ->
            new TileProvider() {
              @Override
              public Optional<Tile> tile(TileRequest request) {
                return Optional.empty();
              }

              @Override
              public Map<String, Object> metadata() {
                throw new IllegalStateException("password=secret");
              }
            };
    add(Kind.PROVIDER, "silent", silent);
    take(
        """
        'a': 3,
        'b': {},
        'c': {'provider': {}},
        'd': {'provider': {'name': 'press'}},
        'e': {'provider': {'name': 'press', 'text': 'x'}, 'tile height': 0},
        'f': {'provider': {'name': 'broken', 'error': 'java.lang.NoClassDefFoundError'}},
        'g': {'provider': {'name': 'broken', 'error': 'java.lang.StackOverflowError'}},
        'h': {'provider': {'name': 'silent'}},
        'i': {'provider': {'name': 'press', 'text': 'x'}, 'pixel effect': 'halftone'},
        'above h': {'provider': {'name': 'tower', 'upon': {'src': 'h'}}},
        'good': {'provider': {'name': 'press', 'text': 'x'}}
        """);
    assertThat(state("a")).isEqualTo(failed("layers.a: expected an object { ... }, found 3."));
    assertThat(state("b")).isEqualTo(failed("layers.b.provider: a section is required here."));
    assertThat(state("c"))
        .isEqualTo(
            failed(
                "layers.c.provider: missing required provider name or class, found the keys []."));
    assertThat(state("d"))
        .isEqualTo(failed("layers.d.provider.text: a text is required here, and missing."));
    assertThat(state("e"))
        .isEqualTo(failed("layers.e.tile height: expected a number from 1 to 4096, found 0."));
    assertThat(state("f"))
        .isEqualTo(failed("A plug-in failed: NoClassDefFoundError; the log says more."));
    assertThat(state("g"))
        .isEqualTo(failed("A plug-in failed: StackOverflowError; the log says more."));
    assertThat(state("h"))
        .isEqualTo(failed("A plug-in failed: IllegalStateException; the log says more."));
    assertThat(state("above h"))
        .isEqualTo(
            failed(
                "layers.above h: built upon the layer \"h\", which failed: A plug-in failed:"
                    + " IllegalStateException; the log says more."));
    assertThat(state("i"))
        .isEqualTo(
            failed("layers.i.pixel effect: expected an object { ... }, found \"halftone\"."));
    assertThat(print("good")).isEqualTo("x");
  }

  @Test
  void aPluginHasNoSayOverTheThreadThatBuilds() {
    var isDisturbed = new AtomicBoolean();
    ProviderFactory rude =
        options -> {
          Thread.currentThread().interrupt();
          throw new InterruptedException();
        };
    ProviderFactory sly =
        options ->
            new TileProvider() {
              @Override
              public Optional<Tile> tile(TileRequest request) {
                return Optional.empty();
              }

              @Override
              public Set<Format> formats() {
                isDisturbed.compareAndSet(false, Thread.currentThread().isInterrupted());
                Thread.currentThread().interrupt();
                return Format.IMAGES;
              }
            };
    ProviderFactory polite =
        options -> {
          isDisturbed.compareAndSet(false, Thread.currentThread().isInterrupted());
          return press.create(options);
        };
    add(Kind.PROVIDER, "rude", rude);
    add(Kind.PROVIDER, "sly", sly);
    add(Kind.PROVIDER, "polite", polite);
    String layers =
        """
        'a': {'provider': {'name': 'rude'}},
        'b': {'provider': {'name': 'sly'}},
        'c': {'provider': {'name': 'sly', 'another': 1}},
        'd': {'provider': {'name': 'polite', 'text': '%s'}}
        """;
    take(layers.formatted("once"));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    Thread.currentThread().interrupt();
    take(layers.formatted("again"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(isDisturbed).isFalse();
  }

  @Test
  void layersOfFailedOnesLetGoOfTheirPlugins() {
    addPress();
    take("'a': {'provider': {'name': 'press', 'text': 'x'}, 'pixel effect': 3}");
    assertThat(state("a")).isInstanceOf(LayerState.Failed.class);
    take("");
    assertThat(press.last().closed).hasValue(1);
  }

  @Test
  void circlesFailWithTheWayRound() {
    addTower();
    addPress();
    take(
        "'loop': %s, 'pool': %s, 'self': %s, 'above': %s, 'apart': %s"
            .formatted(tower("pool"), tower("loop"), tower("self"), tower("loop"), press("x")));
    assertThat(state("loop"))
        .isEqualTo(failed("layers.loop: built upon itself: loop > pool > loop."));
    assertThat(state("pool"))
        .isEqualTo(failed("layers.pool: built upon itself: loop > pool > loop."));
    assertThat(state("self")).isEqualTo(failed("layers.self: built upon itself: self > self."));
    assertThat(state("above"))
        .isEqualTo(
            failed(
                "layers.above: built upon the layer \"loop\", which failed:"
                    + " layers.loop: built upon itself: loop > pool > loop."));
    assertThat(state("apart")).isEqualTo(ACTIVE);
  }

  @Test
  void aLayerBuiltUponOneThatWaitsWaitsToo() throws Exception {
    addTower();
    take(
        "'top': %s, 'middle': %s, 'ground': %s"
            .formatted(tower("middle"), tower("ground"), press("x")));
    assertThat(state("ground")).isEqualTo(waiting("provider \"press\""));
    assertThat(state("middle")).isEqualTo(waiting("provider \"press\" for the layer \"ground\""));
    assertThat(state("top")).isEqualTo(waiting("provider \"press\" for the layer \"ground\""));
    addPress();
    assertThat(print("top")).isEqualTo("x");
  }

  @Test
  void aLayerMayOfferWhatTheLayerBelowOffersFromTheFirstMoment() {
    addPress();
    addTower();
    take("'top': %s, 'ground': %s".formatted(tower("ground"), press("x")));
    assertThat(state("top")).isEqualTo(ACTIVE);
    assertThat(layer("top").formats()).isEqualTo(layer("ground").formats());
  }

  @Test
  void aTowerTooHighFailsInsteadOfFalling() throws Exception {
    addTower();
    addPress();
    var layers = new ArrayList<String>();
    for (int i = 1; i <= 20_000; i++) {
      layers.add("'%d': %s".formatted(i, tower(String.valueOf(i - 1))));
    }
    Collections.reverse(layers);
    layers.add("'0': " + press("x"));
    take(String.join(",", layers));
    assertThat(print("100")).isEqualTo("x");
    assertThat(state("101")).isEqualTo(failed("layers.101: built upon more than 100 layers."));
    assertThat(state("20000"))
        .isEqualTo(
            failed(
                "layers.20000: built upon the layer \"101\", which failed:"
                    + " layers.101: built upon more than 100 layers."));
  }

  @Test
  void threeCirclesThroughOneLayerAreFound() {
    addTower();
    take(
        "'hub': %s, 'a': %s, 'b': %s, 'c': %s"
            .formatted(tower("a", "b", "c"), tower("hub"), tower("hub"), tower("b")));
    assertThat(state("hub")).isEqualTo(failed("layers.hub: built upon itself: hub > a > hub."));
    for (String name : List.of("a", "b", "c")) {
      assertThat(state(name)).isInstanceOf(LayerState.Failed.class);
    }
  }

  @Test
  void anUnknownLayerBelowIsAMistake() {
    addTower();
    addPress();
    take("'top': %s".formatted(tower("none")));
    assertThat(state("top"))
        .isEqualTo(failed("layers.top.provider.upon[0].src: there is no layer \"none\"."));
    take("'top': %s, 'none': %s".formatted(tower("none"), press("x")));
    assertThat(state("top")).isEqualTo(ACTIVE);
    take("'top': %s".formatted(tower("none")));
    assertThat(state("top")).isInstanceOf(LayerState.Failed.class);
  }

  @Test
  void whatALayerBelowDoesNotHaveIsRefused() {
    addPress();
    var seen = new ArrayList<TileSource>();
    ProviderFactory curious =
        options -> {
          seen.add(options.layer("src"));
          return (TileProvider) request -> Optional.empty();
        };
    add(Kind.PROVIDER, "curious", curious);
    take("'a': {'provider': {'name': 'curious', 'src': 'b'}}, 'b': " + press("x"));
    TileSource source = seen.get(0);
    assertThat(source.formats()).isEqualTo(Format.IMAGES);
    assertThat(source.scales()).isFalse();
    assertThatThrownBy(() -> source.tile(PLACE, Format.PNG, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The layer \"b\" has no tiles of scale 2.");
    assertThatThrownBy(() -> source.tile(PLACE, Format.of("X", "x/x", "x"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The layer \"b\" has no tiles in the format X.");
    take("");
    assertThat(source.formats()).isEmpty();
    assertThatThrownBy(() -> source.tile(PLACE, Format.PNG, 1))
        .hasMessage("The layer \"b\" failed: it is not there any more.");
  }

  @Test
  void ofTwoPluginsOfOneNameTheHigherRankingServes() throws Exception {
    addPress();
    take("'osm': " + press("x"));
    var better = new Press();
    factories.add(
        Kind.PROVIDER, better, Map.of("azulejo.plugin.name", "press", "service.ranking", 10));
    fleet.rebuild();
    assertThat(press.last().closed).hasValue(1);
    print("osm");
    assertThat(better.last().begun.getCount()).isZero();
    factories.remove(Kind.PROVIDER, better);
    fleet.rebuild();
    assertThat(better.last().closed).hasValue(1);
    assertThat(print("osm")).isEqualTo("x");
    assertThat(press.printers).hasSize(2);
  }

  @Test
  void strangeNamesAreNamesLikeAnyOther() throws Exception {
    addPress();
    for (String name : List.of("__proto__", "Straße/München 東京", "../etc", "", "a.b[0]")) {
      take("'%s': %s".formatted(name, press("x")));
      assertThat(print(name)).isEqualTo("x");
      assertThat(fleet.snapshot().layers()).extracting(Layer::name).containsExactly(name);
    }
    assertThat(fleet.snapshot().layer("constructor")).isEmpty();
  }

  @Test
  void whatStaysTheSameIsNotMadeAgain() {
    addPress();
    take("'a': %s, 'b': %s".formatted(press("x"), press("y")));
    take("'a': %s, 'b': %s".formatted(press("x"), press("z")));
    fleet.rebuild();
    assertThat(press.printers).hasSize(3);
    assertThat(press.printers.get(0).closed).hasValue(0);
    assertThat(press.printers.get(1).closed).hasValue(1);
  }

  @Test
  void aLayerThatWaitsAgainOffersWhatItHad() {
    addPress();
    take("'osm': " + press("x"));
    var formats = layer("osm").formats();
    factories.remove(Kind.PROVIDER, press);
    fleet.rebuild();
    assertThat(state("osm")).isEqualTo(waiting("provider \"press\""));
    assertThat(layer("osm").formats()).isEqualTo(formats);
    assertThat(layer("osm").format("json")).isEmpty();
  }

  @Test
  void theProblemStaysUntilAGoodConfigurationComes() throws Exception {
    addPress();
    take("'osm': " + press("x"));
    fleet.refuse("line 1, column 2: nonsense");
    assertThat(print("osm")).isEqualTo("x");
    fleet.rebuild();
    assertThat(fleet.snapshot().problem()).hasValue("line 1, column 2: nonsense");
    take("'osm': " + press("x"));
    assertThat(fleet.snapshot().problem()).isEmpty();
  }

  @Test
  void listenersHearOfEveryChangeUntilTheyEndIt() {
    var heard = new AtomicInteger();
    fleet.onChange(
        () -> {
          throw new IllegalStateException("This listener always fails.");
        });
    var subscription = fleet.onChange(heard::incrementAndGet);
    addPress();
    take("'osm': " + press("x"));
    fleet.refuse("nonsense");
    assertThat(heard).hasValue(3);
    subscription.close();
    fleet.rebuild();
    assertThat(heard).hasValue(3);
    take("");
    assertThat(press.last().closed).hasValue(1);
  }

  /** So that a request that still holds the old one is passed on, and does not wait in vain. */
  @Test
  void whoHearsOfAChangeFindsTheLayersBeforeRetired() {
    take("'osm': " + press("x"));
    Layer before = layer("osm");
    var printed = new ArrayList<String>();
    fleet.onChange(() -> printed.add(print(before)));
    addPress();
    assertThat(printed).containsExactly("x");
  }

  private static String print(Layer layer) {
    try {
      var found = (Answer.Found) layer.tile(PLACE, Format.PNG, 1);
      return new String(found.tile().bytes(), UTF_8);
    } catch (Exception e) {
      return e.toString();
    }
  }

  @Test
  void warningsSayWhatIsNotUsed() {
    addPress();
    take(
        """
        'osm': {'provider': {'name': 'press', 'text': 'x', 'colour': 1}, 'tileheight': 3,
                'metatile': {'rows': 2}}
        """);
    assertThat(layer("osm").warnings())
        .hasSize(4)
        .contains(
            "layers.osm.provider.colour is not used; known here are name, text.",
            "There is no cache: every tile is drawn each time it is asked for.",
            "layers.osm.metatile is not used: the provider makes one tile at a time.")
        .anyMatch(warning -> warning.startsWith("layers.osm.tileheight is not used; known here"));
  }

  @Test
  void afterTheEndNothingIsBuiltAndEverythingIsClosed() {
    addPress();
    take("'osm': " + press("x"));
    fleet.close();
    take("'osm': " + press("x"));
    fleet.refuse("nonsense");
    assertThat(fleet.rebuild()).isFalse();
    assertThat(fleet.snapshot().layers()).isEmpty();
    assertThat(fleet.snapshot().problem()).isEmpty();
    assertThat(press.printers).hasSize(1);
    assertThat(press.last().closed).hasValue(1);
  }
}
