package org.azulejo.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.ProviderFactory;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.ConfigurationReader;
import org.azulejo.engine.fake.MapCache;
import org.azulejo.engine.fake.Press;
import org.azulejo.engine.layer.RecentTiles;
import org.azulejo.engine.plugin.Factories;
import org.azulejo.engine.plugin.Kind;
import org.azulejo.engine.plugin.Workshop;
import org.azulejo.operation.ConfigurationFile.LayerVerdict;
import org.azulejo.operation.ConfigurationFile.Verdict;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Base BASE = Base.of(Path.of(""));

  private final Factories factories = new Factories();
  private final ConfigurationReader reader = new ConfigurationReader();
  private final Rehearsal rehearsal = new Rehearsal(factories, reader, InstantSource.system());
  private final Press press = new Press();

  private void add(Kind kind, String name, Object factory) {
    factories.add(kind, factory, Map.of("azulejo.plugin.name", name));
  }

  private Verdict of(String json) {
    return rehearsal.of(json.replace('\'', '"'), BASE);
  }

  private List<LayerVerdict> layers(String layers) {
    Verdict verdict = of("{'cache': {'name': 'map'}, 'layers': {%s}}".formatted(layers));
    assertThat(verdict.problem()).isEmpty();
    return verdict.layers();
  }

  @Test
  void everyLayerIsToldInOrderWithReasonAndWarnings() {
    CacheFactory caches = options -> new MapCache();
    add(Kind.CACHE, "map", caches);
    add(Kind.PROVIDER, "press", press);
    assertThat(
            layers(
                """
                'works': {'provider': {'name': 'press', 'text': 'a', 'colour': 'red'}},
                'lacks': {'provider': {'name': 'mapnik'}, 'pixel effect': {'name': 'blur'}},
                'fails': {'provider': {'name': 'press'}}
                """))
        .containsExactly(
            new LayerVerdict(
                "works",
                "active",
                "",
                List.of("layers.works.provider.colour is not used; known here are name, text.")),
            new LayerVerdict(
                "lacks",
                "waiting",
                "Waits for provider \"mapnik\", pixel effect \"blur\".",
                List.of()),
            new LayerVerdict(
                "fails",
                "failed",
                "layers.fails.provider.text: a text is required here, and missing.",
                List.of()));
  }

  @Test
  void whatIsNoConfigurationIsAProblem() {
    assertThat(of("{'layers': []}"))
        .isEqualTo(
            new Verdict(
                Optional.of("layers: expected an object { \"name\": { ... } }, found a list."),
                List.of()));
    assertThat(of("{ 'password': hunter2 }").problem().orElseThrow())
        .startsWith("line 1, column ")
        .doesNotContain("hunter2");
  }

  @Test
  void everythingItMadeIsClosedWhenItIsOver() {
    add(Kind.PROVIDER, "press", press);
    layers(
        """
        'a': {'provider': {'name': 'press', 'text': 'a'}},
        'b': {'provider': {'name': 'press', 'text': 'b'}, 'pixel effect': {'name': 'none'}},
        'c': {'provider': {'name': 'press', 'text': 'c'}, 'tile height': -1}
        """);
    assertThat(press.printers).hasSize(2).allMatch(printer -> printer.closed.get() == 1);
    assertThat(press.wrongs).isEmpty();
    assertThat(rehearsal.end(factory -> true)).isDone();
  }

  @Test
  void whatIsServedIsNotTouched() throws Exception {
    add(Kind.PROVIDER, "press", press);
    String json = "{\"layers\": {\"a\": {\"provider\": {\"name\": \"press\", \"text\": \"a\"}}}}";
    var recent = new RecentTiles(0, InstantSource.system());
    try (var fleet =
        new Fleet(
            new Workshop(factories, Runnable::run),
            recent,
            Runnable::run,
            InstantSource.system())) {
      fleet.take(reader.read(json.getBytes(UTF_8), BASE));
      Object before = fleet.snapshot();
      assertThat(of(json).layers()).extracting(LayerVerdict::state).containsExactly("active");
      assertThat(of("{}").layers()).isEmpty();
      assertThat(fleet.snapshot()).isSameAs(before);
      assertThat(press.printers).hasSize(2);
      assertThat(press.printers.get(0).closed).hasValue(0);
      fleet.rebuild();
      assertThat(press.printers).hasSize(2);
    }
  }

  @Test
  void secretsStayOutOfTheReasons() {
    ProviderFactory strict =
        options -> {
          throw options.problem("url", "\"%s\" is wrong.".formatted(options.text("url")));
        };
    add(Kind.PROVIDER, "strict", strict);
    EffectFactory careless =
        options -> {
          throw new IllegalStateException("hunter2");
        };
    add(Kind.EFFECT, "careless", careless);
    add(Kind.PROVIDER, "press", press);
    assertThat(
            layers(
                """
                'a': {'provider': {'name': 'strict', 'url': 'http://me:hunter2@h/?key=hunter2'}},
                'b': {'provider': {'name': 'press', 'text': ''}, 'pixel effect': {'name': 'careless'}}
                """))
        .extracting(LayerVerdict::reason)
        .containsExactly(
            "layers.a.provider.url: \"http://h/?key=(hidden)\" is wrong.",
            "A plug-in failed: IllegalStateException; the log says more.");
    assertThat(of("{'index': 'ftp://me:hunter2@h/'}").problem().orElseThrow())
        .contains("ftp://h/")
        .doesNotContain("hunter2");
  }

  @Test
  void aPluginThatLeavesMeanwhileCanBeWaitedFor() throws Exception {
    var begun = new CountDownLatch(1);
    var allowed = new CountDownLatch(1);
    ProviderFactory slow =
        options -> {
          begun.countDown();
          allowed.await();
          throw options.problem("name", "it is over.");
        };
    add(Kind.PROVIDER, "press", press);
    add(Kind.PROVIDER, "slow", slow);
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      Future<?> check =
          pool.submit(
              () ->
                  layers(
                      """
                      'a': {'provider': {'name': 'press', 'text': 'a'}},
                      'b': {'provider': {'name': 'slow'}}
                      """));
      begun.await();
      Future<?> end = pool.submit(() -> rehearsal.end(gone -> gone == press).get());
      assertThat(press.last().closed).hasValue(0);
      allowed.countDown();
      end.get();
      assertThat(press.last().closed).hasValue(1);
      check.get();
    } finally {
      pool.shutdownNow();
    }
  }
}
