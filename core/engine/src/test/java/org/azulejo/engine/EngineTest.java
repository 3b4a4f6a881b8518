package org.azulejo.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.engine.fake.MapCache;
import org.azulejo.engine.fake.Press;
import org.azulejo.layer.Answer;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerState;
import org.azulejo.layer.LayerWaitingException;
import org.azulejo.operation.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EngineTest {
  private static final Coordinate PLACE = new Coordinate(3, 5, 2);
  private static final Map<String, Object> NAMED =
      Map.of("azulejo.plugin.name", new String[] {"press"});

  private final Press press = new Press();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final ExecutorService pool = Executors.newCachedThreadPool();
  @TempDir private Path folder;
  private Path file;
  private Engine engine;

  private record Settings(String configuration, double recent_megabytes)
      implements Engine.Settings {
    @Override
    public Class<? extends Annotation> annotationType() {
      return Engine.Settings.class;
    }
  }

  @BeforeEach
  void createEngine() throws IOException {
    file = folder.resolve("azulejo.json");
    save("one");
    engine = engine(file.toString());
  }

  @AfterEach
  void stop() {
    pool.shutdownNow();
    engine.deactivate();
    assertThat(press.wrongs).isEmpty();
  }

  private Engine engine(String configuration) {
    return new Engine(new Settings(configuration, 1), (what, why) -> told.add(what + ": " + why));
  }

  /** A configuration with two layers; the tiles of both show the text. */
  private void save(String text) throws IOException {
    Path next = folder.resolve("next.json");
    Files.writeString(
        next,
        """
        {"logging": "debug", "layers": {
          "a": {"provider": {"name": "press", "text": "a %s"}},
          "b": {"provider": {"name": "press", "text": "b %s"}}}}
        """
            .formatted(text, text));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void anotherConfigurationIsTakenWithoutAPause() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    Path other = folder.resolve("other.json");
    Files.writeString(other, "{\"layers\": {\"c\": {\"provider\": {\"name\": \"press\"}}}}");
    engine.change(new Settings(other.toString(), 1));
    assertThat(engine.snapshot().layer("c")).isPresent();
    assertThat(engine.snapshot().layer("a")).isEmpty();
  }

  @Test
  void aSettingOfSomebodyElseDisturbsNoLayer() {
    engine.bindProvider(press, NAMED);
    engine.activate();
    Layer before = layer("a");
    engine.change(new Settings(file.toString(), 2));
    assertThat(layer("a")).isSameAs(before);
  }

  @Test
  void thePluginsThatAreThereAreListedWithTheirUsers() {
    engine.bindProvider(press, NAMED);
    engine.activate();
    assertThat(engine.plugins())
        .singleElement()
        .satisfies(plugin -> assertThat(plugin.kind()).isEqualTo("provider"))
        .satisfies(plugin -> assertThat(plugin.names()).containsExactly("press"))
        .satisfies(plugin -> assertThat(plugin.layers()).containsExactly("a", "b"))
        .satisfies(plugin -> assertThat(plugin.isShadowed()).isFalse());
  }

  @Test
  void theConfigurationIsReadAgainWhenSomebodyAsks() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    save("two");
    engine.reload();
    assertThat(print("a")).isEqualTo("a two");
    Files.writeString(file, "oops");
    assertThatThrownBy(engine::reload).isInstanceOf(RefusedException.class);
    assertThat(print("a")).isEqualTo("a two");
    assertThat(engine.snapshot().problem()).isPresent();
  }

  @Test
  void figuresOutliveTheRebuildingOfALayer() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    print("a");
    engine.unbindProvider(press);
    engine.bindProvider(press, NAMED);
    print("a");
    assertThat(layer("a").figures().drawn()).isEqualTo(2);
    assertThat(layer("b").figures().requests()).isZero();
  }

  private Layer layer(String name) {
    return engine.snapshot().layer(name).orElseThrow();
  }

  private String print(String name) throws Exception {
    var found = (Answer.Found) layer(name).tile(PLACE, Format.PNG, 1);
    return new String(found.tile().bytes(), UTF_8);
  }

  private void until(BooleanSupplier claim) throws InterruptedException {
    Object change = new Object();
    Runnable wake =
        () -> {
          synchronized (change) {
            change.notifyAll();
          }
        };
    try (var subscription = engine.onChange(wake)) {
      synchronized (change) {
        while (!claim.getAsBoolean()) {
          change.wait(100);
        }
      }
    }
  }

  @Test
  void aPluginMayComeBeforeTheEngineBegins() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    assertThat(print("a")).isEqualTo("a one");
    assertThat(told).first().isEqualTo("logging: debug");
  }

  @Test
  void whoeverStartedItIsToldHowTheLayersFare() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    assertThat(told)
        .last()
        .isEqualTo(
            """
            active: active   a
                       There is no cache: every tile is drawn each time it is asked for.
            active   b
                       There is no cache: every tile is drawn each time it is asked for.""");
    Files.writeString(
        file,
        """
        {"layers": {"a\\n": {"provider": {"name": "press"}}, "b": {"provider": {"name": "x"}}}}
        """);
    Engine another = engine(file.toString());
    another.bindProvider(press, NAMED);
    another.activate();
    assertThat(told)
        .last()
        .isEqualTo(
            """
            inactive: failed   a?: layers.a?.provider.text: a text is required here, and missing.
            waiting  b: Waits for provider "x".""");
    another.deactivate();
  }

  @Test
  void aPluginThatArrivesIsUsedAndOneThatLeavesIsClosedBeforeItHasLeft() throws Exception {
    engine.activate();
    assertThat(layer("a").state()).isInstanceOf(LayerState.Waiting.class);
    engine.bindProvider(press, NAMED);
    assertThat(print("b")).isEqualTo("b one");
    engine.unbindProvider(press);
    assertThat(press.printers).hasSize(2).allMatch(printer -> printer.closed.get() == 1);
    assertThat(layer("a").state()).isEqualTo(new LayerState.Waiting(List.of("provider \"press\"")));
  }

  @Test
  void aPluginThatRisesInRankServesAndOneThatTakesAnotherNameLeaves() throws Exception {
    var other = new Press();
    engine.bindProvider(press, NAMED);
    engine.bindProvider(other, NAMED);
    engine.activate();
    assertThat(other.printers).isEmpty();
    engine.updatedProvider(other, Map.of("azulejo.plugin.name", "press", "service.ranking", 1));
    print("a");
    assertThat(other.printers).hasSize(2);
    engine.updatedProvider(other, Map.of("azulejo.plugin.name", "another"));
    print("a");
    until(() -> other.printers.stream().allMatch(printer -> printer.closed.get() == 1));
    engine.unbindProvider(press);
    assertThat(layer("a").state()).isInstanceOf(LayerState.Waiting.class);
  }

  @Test
  void nothingHoldsOnToAPluginThatHasLeftThoughNobodyAsksForATile() throws Exception {
    engine =
        engine(
            """
            {"cache": {"name": "map"},
             "layers": {"a": {"provider": {"name": "press", "text": "a"}}}}
            """);
    engine.bindProvider(press, NAMED);
    var made = new ArrayList<WeakReference<TileCache>>();
    CacheFactory maps =
        options -> {
          var cache = new MapCache();
          made.add(new WeakReference<>(cache));
          return cache;
        };
    engine.bindCache(maps, Map.of("azulejo.plugin.name", "map"));
    engine.activate();
    print("a");
    assertThat(layer("a").read(PLACE, Format.PNG, 1)).isPresent();
    engine.unbindCache(maps);
    until(
        () -> {
          System.gc();
          return made.get(0).get() == null;
        });
  }

  @Test
  void aPluginLeavesWithoutWaitingForTheRequestsOfOthers() throws Exception {
    engine.bindProvider(press, NAMED);
    var other = new Press();
    engine.bindProvider(other, Map.of("azulejo.plugin.name", "other"));
    engine.activate();
    for (var printer : press.printers) {
      printer.allowed = new CountDownLatch(1);
    }
    Future<String> slow = pool.submit(() -> print("a"));
    press.printers.get(0).begun.await();
    engine.unbindProvider(other);
    assertThat(slow).isNotDone();
    assertThat(press.printers).allMatch(printer -> printer.closed.get() == 0);
    press.printers.forEach(printer -> printer.allowed.countDown());
    assertThat(slow.get()).isEqualTo("a one");
  }

  @Test
  void aRequestUnderWayFinishesBeforeItsPluginIsClosed() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    var printer = press.printers.get(0);
    printer.allowed = new CountDownLatch(1);
    Future<String> slow = pool.submit(() -> print("a"));
    printer.begun.await();
    Future<?> departure = pool.submit(() -> engine.unbindProvider(press));
    until(() -> layer("a").state() instanceof LayerState.Waiting);
    assertThat(printer.closed).hasValue(0);
    assertThat(departure).isNotDone();
    printer.allowed.countDown();
    assertThat(slow.get()).isEqualTo("a one");
    departure.get();
    assertThat(printer.closed).hasValue(1);
  }

  @Test
  void aChangedFileIsServedWithoutFurtherAdo() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    save("two");
    until(() -> press.printers.size() == 4 && press.printers.get(1).closed.get() == 1);
    assertThat(print("a")).isEqualTo("a two");
  }

  @Test
  void anEditedFileIsServedWithoutFurtherAdo() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    String section = "{\"provider\": {\"name\": \"press\", \"text\": \"c\"}}";
    var text = engine.putLayer(engine.read().fingerprint(), "c", section);
    assertThat(print("c")).isEqualTo("c");
    engine.undo(text.fingerprint());
    assertThat(engine.snapshot().layer("c")).isEmpty();
  }

  @Test
  void anEditThatBreaksALayerIsRefusedAndACheckChangesNothing() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    told.clear();
    Layer before = layer("a");
    String fingerprint = engine.read().fingerprint();
    String section = "{\"provider\": {\"name\": \"press\"}}";
    assertThatThrownBy(() -> engine.putLayer(fingerprint, "a", section))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "The layer \"a\" works now and would fail: layers.a.provider.text: a text is required"
                + " here, and missing.");
    assertThat(engine.check("{\"logging\": \"error\"}").layers()).isEmpty();
    assertThat(engine.read().fingerprint()).isEqualTo(fingerprint);
    assertThat(layer("a")).isSameAs(before);
    assertThat(told).isEmpty();
  }

  @Test
  void aBadFileChangesNothingAndIsShownUntilAGoodOneComes() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    Files.writeString(file, "{\"layers\": ");
    until(() -> engine.snapshot().problem().isPresent());
    assertThat(engine.snapshot().problem().orElseThrow())
        .startsWith("azulejo.json: line 1, column ");
    assertThat(print("a")).isEqualTo("a one");
    engine.bindProvider(new Press(), NAMED);
    assertThat(engine.snapshot().problem()).isPresent();
    save("three");
    until(() -> engine.snapshot().problem().isEmpty());
    assertThat(print("a")).isEqualTo("a three");
  }

  @Test
  void aBadFileAtTheBeginningIsToldAndMayBeMended() throws Exception {
    Files.writeString(file, "nonsense");
    engine.activate();
    assertThat(told).hasSize(1).first().asString().startsWith("failed: azulejo.json: line 1");
    assertThat(engine.snapshot().layers()).isEmpty();
    assertThat(engine.snapshot().problem()).isPresent();
    engine.bindProvider(press, NAMED);
    save("four");
    until(() -> engine.snapshot().problem().isEmpty());
    assertThat(print("a")).isEqualTo("a four");
  }

  @Test
  void aSettingThatLeadsNowhereIsToldToo() {
    Engine lost = engine("ftp://example.org/azulejo.json");
    lost.activate();
    assertThat(lost.snapshot().problem()).isPresent();
    assertThat(told).hasSize(1);
    lost.deactivate();
  }

  @Test
  void theConfigurationMayBeTheSettingItself() throws Exception {
    engine =
        engine("{\"layers\": {\"t\": {\"provider\": {\"name\": \"press\", \"text\": \"x\"}}}}");
    engine.bindProvider(press, NAMED);
    engine.activate();
    assertThat(print("t")).isEqualTo("x");
  }

  @Test
  void whatIsInUseWhenTheEngineEndsIsClosedAfterwards() throws Exception {
    engine.bindProvider(press, NAMED);
    engine.activate();
    var printer = press.printers.get(0);
    printer.allowed = new CountDownLatch(1);
    Future<String> slow = pool.submit(() -> print("a"));
    printer.begun.await();
    engine.deactivate();
    assertThat(printer.closed).hasValue(0);
    engine.unbindProvider(press);
    printer.allowed.countDown();
    assertThat(slow.get()).isEqualTo("a one");
    assertThat(press.printers).allMatch(one -> one.closed.get() == 1);
  }

  @Test
  void everythingAtOnceLeavesEveryAnswerRightAndNothingOpen() throws Exception {
    engine.activate();
    var isOver = new AtomicBoolean();
    var answers = new AtomicInteger();
    var texts = new AtomicInteger();
    List<Press> presses = new CopyOnWriteArrayList<>();
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = i % 2 == 0 ? "a" : "b";
      work.add(repeat(isOver, () -> ask(name, answers)));
    }
    for (int i = 0; i < 2; i++) {
      work.add(repeat(isOver, () -> comeAndGo(presses)));
    }
    work.add(
        repeat(
            isOver,
            () -> {
              save(String.valueOf(texts.incrementAndGet()));
              Thread.sleep(20);
              return null;
            }));
    // The watch sees no file that changes all the time: this is as if it did.
    work.add(
        repeat(
            isOver,
            () -> {
              Thread.sleep(5);
              engine.take();
              return null;
            }));
    Thread.sleep(1500);
    isOver.set(true);
    for (Future<?> one : work) {
      one.get();
    }
    engine.bindProvider(press, NAMED);
    engine.take();
    assertThat(print("b")).isEqualTo("b " + texts);
    assertThat(answers.get()).isPositive();
    engine.deactivate();
    presses.add(press);
    for (Press one : presses) {
      assertThat(one.wrongs).isEmpty();
      assertThat(one.printers).allMatch(printer -> printer.closed.get() == 1);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("azulejo-"));
  }

  private Future<?> repeat(AtomicBoolean isOver, Callable<?> step) {
    return pool.submit(
        () -> {
          while (!isOver.get()) {
            step.call();
          }
          return null;
        });
  }

  private Void ask(String name, AtomicInteger answers) throws Exception {
    try {
      assertThat(print(name)).matches(name + " (one|\\d+)");
      answers.incrementAndGet();
    } catch (LayerWaitingException e) {
      assertThat(e).hasMessageContaining("provider \"press\"");
    }
    return null;
  }

  private Void comeAndGo(List<Press> presses) throws InterruptedException {
    var visitor = new Press();
    presses.add(visitor);
    engine.bindProvider(visitor, NAMED);
    Thread.sleep(new Random().nextInt(5));
    engine.unbindProvider(visitor);
    if (!visitor.printers.stream().allMatch(printer -> printer.closed.get() == 1)) {
      visitor.wrongs.add("not closed when it had left");
    }
    return null;
  }
}
