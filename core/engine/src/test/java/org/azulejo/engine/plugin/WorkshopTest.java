package org.azulejo.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Options;
import org.azulejo.api.Provider;
import org.azulejo.api.ProviderFactory;
import org.azulejo.api.Tile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.TileSource;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Section;
import org.azulejo.engine.configuration.Surroundings;
import org.azulejo.engine.fake.NamedSource;
import org.azulejo.engine.fake.Sections;
import org.junit.jupiter.api.Test;

class WorkshopTest {
  private final Factories factories = new Factories();
  private final Queue<Runnable> closing = new ArrayDeque<>();
  private final Workshop workshop = new Workshop(factories, closing::add);
  private final List<TileSource> layers = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();

  /** A cache that says what it was made of when it is closed. */
  private final class Noted implements TileCache {
    private final String name;

    Noted(String name) {
      this.name = name;
    }

    @Override
    public Optional<EncodedTile> read(TileKey key) {
      return Optional.empty();
    }

    @Override
    public void write(TileKey key, EncodedTile tile, Duration lifespan) {}

    @Override
    public void remove(TileKey key) {}

    @Override
    public void close() {
      closed.add(name);
    }
  }

  private final CacheFactory disk = options -> new Noted(options.text("path"));
  private final CacheFactory multi =
      options -> {
        options.caches("tiers");
        if (options.flag("fail", false)) {
          throw options.problem("fail", "as asked for.");
        }
        return new Noted("multi");
      };

  WorkshopTest() {
    factories.add(Kind.CACHE, disk, Map.of("azulejo.plugin.name", "disk"));
    factories.add(Kind.CACHE, multi, Map.of("azulejo.plugin.name", "multi"));
  }

  private Section section(String json) {
    return Sections.of(json, new Surroundings.Plain(Base.of(Path.of("")), List.copyOf(layers)));
  }

  private Lease<TileCache> cache(String json) throws Exception {
    return workshop.lease(Kind.CACHE, section(json), TileCache.class);
  }

  private void runClosing() {
    while (!closing.isEmpty()) {
      closing.remove().run();
    }
  }

  @Test
  void theSameSectionIsTheSameThing() throws Exception {
    TileCache one = cache("{'name': 'Disk', 'path': 'a'}").thing();
    assertThat(cache("{'path': 'a', 'name': 'Disk'}").thing()).isSameAs(one);
    assertThat(cache("{'name': 'Disk', 'path': 'b'}").thing()).isNotSameAs(one);
  }

  @Test
  void aThingIsClosedWhenItsLastUserLetsGo() throws Exception {
    var first = cache("{'name': 'disk', 'path': 'a'}");
    var second = cache("{'name': 'disk', 'path': 'a'}");
    first.release();
    runClosing();
    assertThat(closed).isEmpty();
    second.release();
    runClosing();
    assertThat(closed).containsExactly("a");
    assertThat(cache("{'name': 'disk', 'path': 'a'}").thing()).isNotSameAs(first.thing());
  }

  /** For it is requests that let go. */
  @Test
  void lettingGoDoesNotWaitForWhatIsBeingMade() throws Exception {
    var begun = new CountDownLatch(1);
    var allowed = new CountDownLatch(1);
    CacheFactory slow =
        options -> {
          begun.countDown();
          allowed.await();
          return new Noted("slow");
        };
    factories.add(Kind.CACHE, slow, Map.of("azulejo.plugin.name", "slow"));
    var lease = cache("{'name': 'disk', 'path': 'a'}");
    var making = CompletableFuture.supplyAsync(() -> slowly(() -> cache("{'name': 'slow'}")));
    begun.await();
    assertTimeoutPreemptively(Duration.ofSeconds(30), lease::release);
    allowed.countDown();
    assertThat(making.get().thing()).isNotNull();
    runClosing();
    assertThat(closed).containsExactly("a");
  }

  private static <T> T slowly(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void classAndKeywordArgumentsDoAsWell() throws Exception {
    assertThat(cache("{'class': 'disk', 'kwargs': {'path': 'a'}}").thing()).isNotNull();
    assertThatThrownBy(() -> cache("{'class': 'disk', 'kwargs': null}"))
        .hasMessage("layers.osm.kwargs.path: a text is required here, and missing.");
  }

  @Test
  void whatNamesNothingIsSaidWithoutItsSecrets() {
    assertThatThrownBy(() -> cache("{'path': 'a', 'password': 'secret'}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "layers.osm: missing required cache name or class, found the keys [path, password].");
  }

  @Test
  void whatNobodyMakesIsMissing() {
    assertThatThrownBy(() -> cache("{'name': 'S3'}"))
        .isInstanceOf(MissingPluginException.class)
        .hasMessage("cache \"S3\"");
    assertThatThrownBy(() -> cache("{'name': 'multi', 'tiers': [{'name': 'S3'}]}"))
        .isInstanceOf(MissingPluginException.class)
        .hasMessage("cache \"S3\"");
  }

  @Test
  void tiersAreClosedAfterTheCacheThatUsesThem() throws Exception {
    var several =
        cache(
            """
            {'name': 'multi', 'tiers': [{'name': 'disk', 'path': 'a'}, {'name': 'disk', 'path': 'b'}]}
            """);
    var shared = cache("{'name': 'disk', 'path': 'b'}");
    several.release();
    runClosing();
    assertThat(closed).containsExactly("multi", "a");
    shared.release();
    runClosing();
    assertThat(closed).containsExactly("multi", "a", "b");
  }

  @Test
  void aCacheIsMadeAnewWhenSomebodyElseMakesItsTiers() throws Exception {
    String json =
        """
        {'name': 'multi', 'tiers': {'name': 'multi', 'tiers': [{'name': 'disk', 'path': 'a'}]}}
        """;
    var before = cache(json);
    factories.remove(Kind.CACHE, disk);
    assertThatThrownBy(() -> cache(json))
        .isInstanceOf(MissingPluginException.class)
        .hasMessage("cache \"disk\"");
    CacheFactory other = options -> new Noted("another " + options.text("path"));
    factories.add(Kind.CACHE, other, Map.of("azulejo.plugin.name", "disk"));
    var after = cache(json);
    assertThat(after.thing()).isNotSameAs(before.thing());
    assertThat(cache(json).thing()).isSameAs(after.thing());
    before.release();
    runClosing();
    assertThat(closed).containsExactly("multi", "multi", "a");
    assertThat(workshop.end(factory -> factory == disk)).isDone();
  }

  @Test
  void tiersOfACacheThatFailsAreLetGo() {
    assertThatThrownBy(
            () -> cache("{'name': 'multi', 'fail': true, 'tiers': {'name': 'disk', 'path': 'a'}}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("layers.osm.fail: as asked for.");
    runClosing();
    assertThat(closed).containsExactly("a");
  }

  @Test
  void theEndOfAFactoryIsTheEndOfAllThatItMade() throws Exception {
    var several = cache("{'name': 'multi', 'tiers': [{'name': 'disk', 'path': 'a'}]}");
    CompletableFuture<Void> end = workshop.end(factory -> factory == disk);
    assertThat(workshop.end(factory -> factory == "another")).isDone();
    several.release();
    assertThat(end).isNotDone();
    runClosing();
    assertThat(end).isDone();
    assertThat(workshop.end(factory -> true)).isDone();
  }

  @Test
  void aThingThatCannotBeClosedHasEndedAllTheSame() throws Exception {
    CacheFactory stubborn =
        options ->
            new MapLike() {
              @Override
              public void close() {
                throw new NoClassDefFoundError("gone");
              }
            };
    factories.add(Kind.CACHE, stubborn, Map.of("azulejo.plugin.name", "stubborn"));
    cache("{'name': 'stubborn'}").release();
    runClosing();
    assertThat(workshop.end(factory -> true)).isDone();
  }

  @Test
  void keysNobodyAskedForAreNamedWhereTheUserOfTheThingWroteThem() throws Exception {
    var several =
        cache("{'name': 'multi', 'x': 1, 'tiers': [{'name': 'disk', 'path': 'a', 'y': 2}]}");
    assertThat(several.unknownKeys())
        .containsExactly(
            "layers.osm.x is not used; known here are fail, name, tiers.",
            "layers.osm.tiers[0].y is not used; known here are name, path.");
    var elsewhere =
        new Section(
            "cache",
            Sections.json("{'name': 'disk', 'path': 'a', 'y': 2}"),
            section("{}").surroundings());
    assertThat(workshop.lease(Kind.CACHE, elsewhere, TileCache.class).unknownKeys())
        .containsExactly("cache.y is not used; known here are name, path.");
  }

  @Test
  void anotherAnswerAboutALayerMakesAnotherThing() throws Exception {
    ProviderFactory sandwich = WorkshopTest::sandwich;
    factories.add(Kind.PROVIDER, sandwich, Map.of("azulejo.plugin.name", "sandwich"));
    String json = "{'name': 'sandwich', 'src': 'sea'}";
    var before = workshop.lease(Kind.PROVIDER, section(json), Provider.class);
    assertThat(before.layers()).isEmpty();
    layers.add(new NamedSource("land"));
    var same = workshop.lease(Kind.PROVIDER, section(json), Provider.class);
    assertThat(same.thing()).isSameAs(before.thing());
    layers.add(new NamedSource("sea"));
    var after = workshop.lease(Kind.PROVIDER, section(json), Provider.class);
    assertThat(after.thing()).isNotSameAs(before.thing());
    assertThat(after.layers()).containsExactly("sea");
    before.release();
    same.release();
    runClosing();
    assertThat(workshop.lease(Kind.PROVIDER, section(json), Provider.class).thing())
        .isSameAs(after.thing());
  }

  @Test
  void aFactoryThatMakesNothingIsToldSo() {
    CacheFactory idle = options -> null;
    factories.add(Kind.CACHE, idle, Map.of("azulejo.plugin.name", "idle"));
    assertThatThrownBy(() -> cache("{'name': 'idle'}"))
        .hasMessage("layers.osm: the plug-in made nothing of it.");
  }

  private static TileProvider sandwich(Options options) {
    if (options.namesLayer("src")) {
      options.layer("src");
    }
    return new TileProvider() {
      @Override
      public Optional<Tile> tile(TileRequest request) {
        return Optional.empty();
      }
    };
  }

  private abstract static class MapLike implements TileCache {
    @Override
    public Optional<EncodedTile> read(TileKey key) {
      return Optional.empty();
    }

    @Override
    public void write(TileKey key, EncodedTile tile, Duration lifespan) {}

    @Override
    public void remove(TileKey key) {}
  }
}
