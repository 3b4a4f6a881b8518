package org.azulejo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.azulejo.bundle.Newcomer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try")
class AzulejoTest {
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final ExecutorService pool =
      Executors.newCachedThreadPool(work -> new Thread(work, "pool"));
  @TempDir private Path folder;
  private TestHome home;

  @BeforeEach
  void makeHome() throws IOException {
    home = TestHome.in(folder.resolve("a {home} + über"));
  }

  @Test
  void theSettingsOfTheFileHoldWhereNothingElseIsSaid() throws Exception {
    try (Azulejo server = builder().start()) {
      assertThat(server.address()).isEqualTo(URI.create("http://127.0.0.1:8080/"));
      assertThat(heard()).isEqualTo(home.folder().resolve("etc/azulejo.json").toString());
    }
  }

  @Test
  void whatIsSaidGoesBeforeTheFile() throws Exception {
    Path file = folder.resolve("tiles {a}.json");
    try (Azulejo server = builder().configuration(file).host("0.0.0.0").port(0).start()) {
      assertThat(server.address()).isEqualTo(URI.create("http://0.0.0.0:0/"));
      assertThat(heard()).isEqualTo(file.toString());
    }
  }

  @Test
  void jsonArrivesAsItIsWritten() throws Exception {
    String json =
        "{\"a\": \"${azulejo.port} $x {\\\"C:\\\\\\\\\\\"}\\u00e9 é 漢\",\n\t\"b\": I\"4\"}";
    try (Azulejo server = builder().configuration(json).start()) {
      assertThat(heard()).isEqualTo(json);
    }
  }

  @Test
  void addressesArriveAsTheyAre() throws Exception {
    try (Azulejo server = builder().configuration(URI.create("http://h/a%7Bb%7D?c")).start()) {
      assertThat(heard()).isEqualTo("http://h/a%7Bb%7D?c");
    }
    try (Azulejo server = builder().configuration(URI.create("file:///a%20b.json")).start()) {
      assertThat(heard()).isEqualTo(Path.of("/a b.json").toAbsolutePath().toString());
    }
  }

  @Test
  void aBadStartSaysWhyAndLeavesNothing() throws Exception {
    Set<String> before = threads();
    assertThatThrownBy(() -> builder().configuration("{broken").start())
        .isInstanceOf(IOException.class)
        .hasMessage("The configuration is broken.");
    assertThatNoneIsLeftBut(before);
    assertThat(folders()).isEmpty();
  }

  @Test
  void anInstallationThatIsBrokenLeavesNothingEither() throws Exception {
    Set<String> before = threads();
    Path folder = Files.createDirectories(home.folder().resolve("bundles/plug-ins"));
    TestHome.bundle(Newcomer.class, folder.resolve("newcomer.jar"));
    assertThatThrownBy(() -> builder().start())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not begin with a start level");
    assertThatNoneIsLeftBut(before);
    assertThat(folders()).isEmpty();
  }

  @Test
  void aCheckTellsWhatTheLayersAreAndLeavesNothing() throws Exception {
    Set<String> before = threads();
    assertThat(look("{}")).isEqualTo(new Findings(true, "The layers."));
    assertThat(look("{waiting}")).isEqualTo(new Findings(false, "The layers."));
    assertThat(look("{broken}")).isEqualTo(new Findings(false, "The configuration is broken."));
    assertThatNoneIsLeftBut(before);
    assertThat(folders()).isEmpty();
  }

  @Test
  void aCheckStartsNothingThatShowsTheLayersToSomebody() throws Exception {
    Path front = Files.createDirectory(home.folder().resolve("bundles/6-front"));
    TestHome.bundle(Newcomer.class, front.resolve("front.jar"));
    look("{}");
    assertThat(said).containsExactly("{}");
    builder().configuration("{}").start().close();
    assertThat(said).contains("come");
  }

  private Findings look(String configuration) throws IOException {
    return builder().configuration(configuration).build(Level.LAYERS).look();
  }

  @Test
  void afterItsEndNothingIsLeft() throws Exception {
    Set<String> before = threads();
    Azulejo server = builder().start();
    assertThat(folders()).hasSize(1);
    server.close();
    server.close();
    assertThatNoneIsLeftBut(before);
    assertThat(folders()).isEmpty();
  }

  @Test
  void aServerThatNobodyStartedCanBeClosed() throws Exception {
    Azulejo server = builder().build(Level.SERVER);
    server.close();
    assertThat(folders()).isEmpty();
  }

  @Test
  void aServerCanBeClosedWhileItStarts() throws Exception {
    Set<String> before = threads();
    TestHome.bundle(Newcomer.class, home.deploy().resolve("newcomer.jar"));
    Azulejo server = builder().onLogging(this::stayUntilItStops).build(Level.SERVER);
    Future<Azulejo> start = pool.submit(server::open);
    assertThat(heard()).isEqualTo("come");
    pool.submit(server::close).get(60, TimeUnit.SECONDS);
    assertThatThrownBy(start::get)
        .cause()
        .isInstanceOf(IOException.class)
        .hasMessage("The server was closed before it was ready.");
    assertThatNoneIsLeftBut(with(before, "pool"));
    assertThat(folders()).isEmpty();
  }

  /** Keeps the bundle that says so in its start. */
  private void stayUntilItStops(String word) {
    said.add(word);
    while (!threads().contains("FelixShutdown")) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aThreadThatIsInterruptedClosesTheServerAllTheSame() throws Exception {
    Set<String> before = threads();
    Azulejo server = builder().start();
    Thread.currentThread().interrupt();
    server.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThatNoneIsLeftBut(before);
    assertThat(folders()).isEmpty();
  }

  @Test
  void theThreadThatStartsAServerMayBeADaemon() throws Exception {
    var daemon = new FutureTask<>(() -> builder().start());
    var thread = new Thread(daemon);
    thread.setDaemon(true);
    thread.start();
    try (Azulejo server = daemon.get()) {
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(one -> one.getName().equals("azulejo"))
          .singleElement()
          .matches(one -> !one.isDaemon());
    }
  }

  @Test
  void serversShareNothing() throws Exception {
    try (Azulejo one = builder().port(1).start()) {
      Azulejo other = builder().port(2).start();
      assertThat(one.address().getPort()).isEqualTo(1);
      assertThat(other.address().getPort()).isEqualTo(2);
      other.close();
      said.clear();
      TestHome.bundle(Newcomer.class, home.deploy().resolve("newcomer.jar"));
      assertThat(heard()).isEqualTo("come");
    }
  }

  @Test
  void aBundleInDeployIsThereBeforeTheServerStarts() throws Exception {
    TestHome.bundle(Newcomer.class, home.deploy().resolve("newcomer.jar"));
    try (Azulejo server = builder().configuration("{}").start()) {
      assertThat(heard()).isEqualTo("come");
      assertThat(heard()).isEqualTo("{}");
    }
  }

  @Test
  void bundlesComeAndGoWithTheirFiles() throws Exception {
    try (Azulejo server = builder().configuration("{}").start()) {
      assertThat(heard()).isEqualTo("{}");
      Path jar = home.deploy().resolve("newcomer.jar");
      TestHome.bundle(Newcomer.class, jar);
      assertThat(heard()).isEqualTo("come");
      Files.delete(jar);
      assertThat(heard()).isEqualTo("gone");
    }
  }

  @Test
  void aDeployFolderThatIsMadeAnewIsWatchedLikeTheOneBefore() throws Exception {
    Path jar = home.deploy().resolve("newcomer.jar");
    TestHome.bundle(Newcomer.class, jar);
    try (Azulejo server = builder().configuration("{}").start()) {
      assertThat(heard()).isEqualTo("come");
      assertThat(heard()).isEqualTo("{}");
      Files.delete(jar);
      Files.delete(home.deploy());
      Files.createDirectory(home.deploy());
      assertThat(heard()).isEqualTo("gone");
      TestHome.bundle(Newcomer.class, jar);
      assertThat(heard()).isEqualTo("come");
    }
  }

  @Test
  void aSavedSettingIsTakenUp() throws Exception {
    try (Azulejo server = builder().configuration("{}").start()) {
      assertThat(heard()).isEqualTo("{}");
      Files.writeString(
          home.folder().resolve("etc/org.azulejo.cfg"),
          "configuration = \\{new\\}\nhost = localhost\nport = 81\n");
      assertThat(heard()).isEqualTo("{new}");
    }
  }

  @Test
  void aFolderWithoutAnInstallationIsRefused() {
    assertThatThrownBy(() -> Azulejo.builder().home(folder).start())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.resolve("bundles").toString());
  }

  @Test
  void aTextThatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> Azulejo.builder().configuration("etc/azulejo.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Path");
  }

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  private Builder builder() {
    return Azulejo.builder().home(home.folder()).onLogging(said::add);
  }

  private String heard() throws InterruptedException {
    return said.poll(30, TimeUnit.SECONDS);
  }

  /** A thread of the framework says that it has ended, and then ends. */
  private static void assertThatNoneIsLeftBut(Set<String> before) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!before.containsAll(threads()) && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(threads()).isSubsetOf(before);
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .collect(Collectors.toSet());
  }

  private static Set<String> with(Set<String> names, String another) {
    return Stream.concat(names.stream(), Stream.of(another)).collect(Collectors.toSet());
  }

  private static Set<Path> folders() throws IOException {
    try (Stream<Path> found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return found
          .filter(path -> path.getFileName().toString().startsWith(Storage.PREFIX))
          .collect(Collectors.toSet());
    }
  }
}
