package org.azulejo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.azulejo.admin.fake.FakeInstaller;
import org.azulejo.admin.fake.FakeRepository;
import org.azulejo.admin.fake.FakeRepository.Behaviour;
import org.azulejo.admin.repository.Limits;
import org.azulejo.admin.repository.Repository;
import org.azulejo.web.WebAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plug-ins of a Maven repository: what is installed, and what is refused. */
@Timeout(60)
class RepositoryTest {
  private static final String JAR = "org/example/sepia/1.0/sepia-1.0.jar";
  private static final byte[] GOOD = FakeInstaller.jar("org.example.sepia", "1.0", "Example");
  private static final Limits SMALL =
      new Limits(1 << 16, Duration.ofMillis(300), Duration.ofMillis(900));

  @TempDir Path folder;
  private FakeRepository repository;
  private Console console;

  @BeforeEach
  void start() throws IOException {
    repository = new FakeRepository();
    console = console("web", repository.address());
  }

  private Console console(String name, String address) throws IOException {
    var at = Optional.of(Repository.at(address, SMALL));
    return new Console(folder.resolve(name), false, at);
  }

  @AfterEach
  void stop() {
    console.close();
    repository.close();
  }

  private static Ask ask(String coordinates) {
    return Ask.of("POST", "api/plugins").json("{\"coordinates\": \"" + coordinates + "\"}");
  }

  /** Asks for the jar; the job once it has ended. */
  private JsonNode install() {
    WebAnswer accepted = console.admin(ask("org.example:sepia:1.0"));
    assertThat(accepted.status()).isEqualTo(202);
    String path = Console.header(accepted, "Location").substring("/admin/".length());
    JsonNode job = Console.json(console.admin(Ask.get(path)));
    while (!job.has("ended")) {
      LockSupport.parkNanos(1_000_000);
      job = Console.json(console.admin(Ask.get(path)));
    }
    return job;
  }

  private static byte[] digest(String algorithm, byte[] bytes) throws Exception {
    byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
    return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
  }

  private String audit() {
    return Console.json(console.admin(Ask.get("api/audit"))).path("entries").path(0).toString();
  }

  private void assertInstalled(JsonNode job, String... steps) {
    assertThat(job.path("state").asText()).as("%s", job).isEqualTo("done");
    assertThat(job.path("steps").toString()).contains(steps);
    assertThat(console.services.installer.installed()).hasSize(1);
    assertThat(audit()).contains("install org.example:sepia:1.0", "\"done\":true");
  }

  private void assertNothingHasChanged() {
    assertThat(console.services.installer.installed()).isEmpty();
    assertThat(audit()).contains("install org.example:sepia:1.0", "\"done\":false");
  }

  @Test
  void aJarIsInstalledByItsCoordinates() {
    repository.put(JAR, GOOD);

    assertInstalled(install(), "Fetching org.example:sepia:1.0.", "has no checksum", "started");
  }

  @Test
  void theBestChecksumIsCompared() throws Exception {
    repository.put(JAR, GOOD);
    repository.put(JAR + ".sha1", digest("SHA-1", GOOD));
    assertInstalled(install(), "Its SHA-1 is right.");

    repository.put(JAR + ".sha256", digest("SHA-256", GOOD));
    repository.put(JAR + ".sha1", new byte[0]);
    assertInstalled(install(), "Its SHA-256 is right.");
  }

  @Test
  void aFolderIsARepositoryToo() throws Exception {
    Path jar = folder.resolve("releases").resolve(JAR);
    Files.createDirectories(jar.getParent());
    Files.write(jar, GOOD);
    Files.writeString(
        Path.of(jar + ".sha1"), new String(digest("SHA-1", GOOD)) + "  sepia-1.0.jar\n");
    console = console("folder", folder.resolve("releases").toUri().toString());

    assertInstalled(install(), "Its SHA-1 is right.");
  }

  @Test
  void aLinkThatLeadsOutOfAFolderIsNotFollowed() throws Exception {
    Path jar = folder.resolve("releases").resolve(JAR);
    Files.createDirectories(jar.getParent());
    Files.createSymbolicLink(jar, Files.write(folder.resolve("outside.jar"), GOOD));
    console = console("folder", folder.resolve("releases").toUri().toString());

    assertThat(install().path("result").asText()).contains("has no org.example:sepia:1.0");
    assertNothingHasChanged();
  }

  @Test
  void thePageInstallsByCoordinates() {
    repository.put(JAR, GOOD);
    String cookie = console.logIn(console.token);
    assertThat(Console.text(console.answer(Ask.get("plugins").with("cookie", cookie))))
        .contains("From the repository", "name=\"coordinates\"");
    Map<String, String> fields =
        Map.of("csrf", console.csrf(cookie), "coordinates", " org.example:sepia:1.0 ");

    WebAnswer answer =
        console.answer(Ask.of("POST", "plugins").form(fields).with("cookie", cookie));

    assertThat(Console.header(answer, "Location")).startsWith("job?id=");
  }

  @Test
  void withoutARepositoryThereIsNone() throws IOException {
    console = new Console(folder);

    assertThat(console.admin(ask("org.example:sepia:1.0")).status()).isEqualTo(409);
    assertThat(Console.text(console.admin(Ask.get("plugins")))).doesNotContain("coordinates");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "org.example:sepia",
        "org.example:sepia:1.0:sources",
        "..:sepia:1.0",
        "org.example:..:1.0",
        "org.example:sepia:..",
        "org..example:sepia:1.0",
        ".example:sepia:1.0",
        "org/example:sepia:1.0",
        "org.example:sepia:1.0/../../secret",
        "org.example:sepia:1.0%2f..%2fsecret",
        "org.example:sepia:1.0\\\\secret",
        "org.example:sepia:1.0?a=b",
        "org.example:sepia:1.0#a",
        "//evil.example/a:sepia:1.0",
        "user@evil.example:sepia:1.0",
        "http://evil.example:sepia:1.0",
        "org.example:sepia:1.0\\nHost",
        "org.example:sepia:1.0 ",
        "org.example:sepia:1.0-SNAPSHOT",
        "org.example:s\\u00e9pia:1.0"
      })
  void whatIsNoCoordinatesIsNotAskedFor(String coordinates) {
    assertThat(console.admin(ask(coordinates)).status()).isEqualTo(400);
    assertThat(repository.asked).isEmpty();
  }

  @Test
  void longCoordinatesAreNone() {
    assertThat(console.admin(ask("a.".repeat(10_000) + "a:b:1")).status()).isEqualTo(400);
    assertThat(repository.asked).isEmpty();
  }

  private record Attempt(String name, String sentence, Map<String, Behaviour> files) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Attempt jar(String name, String sentence, Behaviour behaviour) {
    return new Attempt(name, sentence, Map.of("", behaviour));
  }

  private static Attempt checksum(String name, String sentence, String extension, Behaviour says) {
    return new Attempt(name, sentence, Map.of("", FakeRepository.file(GOOD), extension, says));
  }

  static Stream<Attempt> attempts() {
    byte[] unsigned = FakeInstaller.jar("org.example.sepia", "1.0", "nobody");
    Behaviour wrong = FakeRepository.file("00".repeat(32).getBytes());
    return Stream.of(
        jar("none", "has no org.example:sepia:1.0", FakeRepository.status(404)),
        jar("forbidden", "answered 403", FakeRepository.status(403)),
        jar("broken", "answered 500", FakeRepository.status(500)),
        jar("elsewhere", "sends to another", FakeRepository.redirect("http://127.0.0.2:9/a.jar")),
        jar("another path", "sends to another", FakeRepository.redirect("/secret.jar")),
        jar("too large", "at most 65536 bytes", FakeRepository.file(new byte[(1 << 16) + 1])),
        jar("endless", "at most 65536 bytes", RepositoryTest::endless),
        jar("silent", "cannot be reached", (exchange, end) -> end.await()),
        jar("halting", "broke off", RepositoryTest::halting),
        jar("dripping", "takes longer", RepositoryTest::dripping),
        jar("cut off", "broke off", RepositoryTest::cut),
        jar("no jar", "This is no jar", FakeRepository.file("<html>".getBytes())),
        jar("nobody's", "Nobody vouches", FakeRepository.file(unsigned)),
        checksum("wrong SHA-256", "expected the SHA-256 0000", ".sha256", wrong),
        checksum("wrong SHA-1", "expected the SHA-1 0000", ".sha1", wrong),
        checksum("no digits", "that is none", ".sha256", FakeRepository.file("<b>".getBytes())),
        checksum("an empty one", "that is none", ".sha256", FakeRepository.file(new byte[0])),
        checksum(
            "one elsewhere", "sends to another", ".sha256", FakeRepository.redirect("/a.sha256")),
        checksum("one that fails", "answered 500", ".sha256", FakeRepository.status(500)));
  }

  private static void endless(HttpExchange exchange, Object end) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    while (true) {
      exchange.getResponseBody().write(new byte[8192]);
    }
  }

  private static void halting(HttpExchange exchange, CountDownLatch end) throws Exception {
    exchange.sendResponseHeaders(200, GOOD.length);
    exchange.getResponseBody().write(GOOD, 0, 3);
    exchange.getResponseBody().flush();
    end.await();
  }

  private static void dripping(HttpExchange exchange, CountDownLatch end) throws Exception {
    exchange.sendResponseHeaders(200, 0);
    while (!end.await(50, TimeUnit.MILLISECONDS)) {
      exchange.getResponseBody().write('a');
      exchange.getResponseBody().flush();
    }
  }

  private static void cut(HttpExchange exchange, Object end) throws IOException {
    exchange.sendResponseHeaders(200, GOOD.length + 10);
    exchange.getResponseBody().write(GOOD);
    exchange.getResponseBody().flush();
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void isRefusedAndWrittenDownAndNothingHasChanged(Attempt attempt) {
    attempt.files.forEach((extension, file) -> repository.put(JAR + extension, file));

    JsonNode job = install();

    assertThat(job.path("state").asText()).isEqualTo("failed");
    assertThat(job.path("result").asText()).contains(attempt.sentence);
    assertNothingHasChanged();
    assertThat(repository.asked).allMatch(path -> path.startsWith("/releases/" + JAR));
  }

  @Test
  void aRepositoryThatIsNotThereIsNamedAsTheReason() {
    repository.close();

    assertThat(install().path("result").asText()).contains("The repository cannot be reached");
    assertNothingHasChanged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://repository.example.com/",
        "http://localhost.example.com/",
        "http://localhost@repository.example.com/",
        "https://user:password@repository.example.com/",
        "https://repository.example.com/?a=b",
        "https://repository.example.com/#a",
        "https:///releases/",
        "https:releases",
        "ftp://repository.example.com/",
        "jar:file:/a.jar!/",
        "file:releases",
        "file://server/releases/",
        "releases",
        "no address"
      })
  void thisIsNoAddressOfARepository(String address) {
    assertThatThrownBy(() -> Repository.at(address, Limits.USUAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theseAreAddressesOfRepositories() {
    for (String address :
        List.of(
            "https://repository.example.com",
            "http://localhost:8081/releases",
            "http://[::1]:8081/",
            "file:/srv/releases",
            "file:///srv/releases/")) {
      assertThat(Repository.at(address, Limits.USUAL).base().toString()).endsWith("/");
    }
  }
}
