package org.azulejo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.fake.FakeInstaller;
import org.azulejo.admin.fake.FakeServices;
import org.azulejo.admin.room.Route;
import org.azulejo.web.WebAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is refused, that it is written down, and that nothing has changed then. */
class SecurityTest {
  private static final String LAYER = "{\"provider\": {\"name\": \"mbtiles\"}}";

  @TempDir Path folder;
  private Console console;

  @BeforeEach
  void start() throws IOException {
    console = new Console(folder);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  /** A change that an admin may make. */
  private static Ask change() {
    return Ask.of("PUT", "api/layers/new").with("if-match", "*").json(LAYER);
  }

  private record Attempt(String name, int status, Function<Ask, Ask> twist) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Each is done to a request that is good but for the token, which {@code TOKEN} stands for. */
  static Stream<Attempt> attempts() {
    return Stream.of(
        new Attempt("no token", 401, ask -> ask),
        new Attempt("a wrong token", 401, ask -> ask.bearer("wrong")),
        new Attempt("an empty token", 401, ask -> ask.bearer("")),
        new Attempt("another scheme", 401, ask -> ask.with("authorization", "Basic TOKEN")),
        new Attempt("two tokens", 401, ask -> ask.bearer("TOKEN").bearer("TOKEN")),
        new Attempt("a token in the address", 401, ask -> ask.parameter("token", "TOKEN")),
        new Attempt("a cookie of nobody", 401, ask -> ask.with("cookie", "azulejo-admin=TOKEN")),
        new Attempt("a name that leads here", 403, ask -> good(ask).host("evil.example")),
        new Attempt("a look-alike", 403, ask -> good(ask).host("localhost.evil.example:8080")),
        new Attempt("another of the loopback", 403, ask -> good(ask).host("127.0.0.2")),
        new Attempt("no host", 403, ask -> good(ask).without("host")),
        new Attempt("two hosts", 403, ask -> good(ask).with("host", "localhost")),
        new Attempt("another machine", 403, ask -> good(ask).from("192.0.2.7", false)),
        new Attempt(
            "another machine that says otherwise",
            403,
            ask -> good(ask).from("192.0.2.7", false).with("x-forwarded-for", "127.0.0.1")),
        new Attempt("a proxy", 403, ask -> good(ask).with("via", "1.1 proxy")),
        new Attempt("forwarded", 403, ask -> good(ask).with("forwarded", "for=192.0.2.7")),
        new Attempt("for", 403, ask -> good(ask).with("x-forwarded-for", "192.0.2.7")),
        new Attempt("host", 403, ask -> good(ask).with("x-forwarded-host", "localhost")),
        new Attempt("any such header", 403, ask -> good(ask).with("x-forwarded-server", "a")),
        new Attempt("real address", 403, ask -> good(ask).with("x-real-ip", "192.0.2.7")));
  }

  private static Ask good(Ask ask) {
    return ask.bearer("TOKEN");
  }

  /** Puts the real token in. */
  private Ask real(Ask ask) {
    Ask changed = ask;
    for (String header : List.of("authorization", "cookie")) {
      List<String> values = ask.headers().getOrDefault(header, List.of());
      changed = changed.without(header);
      for (String value : values) {
        changed = changed.with(header, value.replace("TOKEN", console.token));
      }
    }
    return changed;
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void isRefusedAndWrittenDownAndNothingHasChanged(Attempt attempt) {
    WebAnswer answer = console.answer(real(attempt.twist.apply(change())));

    assertThat(answer.status()).isEqualTo(attempt.status);
    assertNothingHasChanged();
    assertThat(lastEntry()).contains("PUT /admin/api/layers/new").contains("\"done\":false");
  }

  @Test
  void withTheTokenItIsDone() {
    assertThat(console.admin(change()).status()).isEqualTo(201);
    assertThat(console.services.file.layer("new").isMissingNode()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theNamesOfTheLoopbackAreOurs(String host) {
    assertThat(console.admin(Ask.get("api/layers").host(host)).status()).isEqualTo(200);
  }

  static List<String> names() {
    return List.of("localhost", "LocalHost:80", "127.0.0.1:8080", "[::1]", "[::1]:8443");
  }

  private void assertNothingHasChanged() {
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
    assertThat(console.services.installer.installed()).isEmpty();
  }

  private String lastEntry() {
    return Console.json(console.admin(Ask.get("api/audit"))).path("entries").path(0).toString();
  }

  /** Every route there is, asked for by a role that is one too low, or by nobody. */
  @Test
  void everyRouteAsksForItsRole() {
    Map<Role, String> tokens =
        Map.of(
            Role.VIEWER, console.user("v", Role.VIEWER),
            Role.OPERATOR, console.user("o", Role.OPERATOR),
            Role.ADMIN, console.token);
    for (Route route : console.administration.routes()) {
      Ask ask = Ask.of(route.method(), route.path().replaceFirst("\\{.*}", "x"));
      for (Role role : Role.values()) {
        int status = console.answer(ask.bearer(tokens.get(role))).status();
        if (route.role().filter(needed -> !role.holds(needed)).isPresent()) {
          assertThat(status).as("%s for %s", route, role).isEqualTo(403);
        } else {
          assertThat(status).as("%s for %s", route, role).isNotEqualTo(403).isNotEqualTo(401);
        }
      }
      if (route.role().isPresent()) {
        int expected = route.path().startsWith("api/") || !route.method().equals("GET") ? 401 : 303;
        assertThat(console.answer(ask).status()).as("%s", route).isEqualTo(expected);
      }
    }
  }

  /** Every route that changes something, asked for with the cookie but not by a page of ours. */
  @Test
  void everyChangeOfABrowserNeedsTheSecretOfItsPages() {
    String cookie = console.logIn(console.token);
    for (Route route : console.administration.routes()) {
      if (!route.method().equals("GET") && route.role().isPresent()) {
        Ask ask = Ask.of(route.method(), route.path().replaceFirst("\\{.*}", "x"));
        Ask forged = ask.with("cookie", cookie).form(Map.of("csrf", "wrong", "name", "world"));
        assertThat(console.answer(forged).status()).as("%s", route).isEqualTo(403);
        Ask silent = ask.with("cookie", cookie).form(Map.of("name", "world"));
        assertThat(console.answer(silent).status()).as("%s", route).isEqualTo(403);
      }
    }
    assertNothingHasChanged();
  }

  @Test
  void whatBrowsersSayOfTheSenderCounts() {
    String cookie = console.logIn(console.token);
    Ask ours = change().with("cookie", cookie).with("x-csrf-token", console.csrf(cookie));

    for (Ask foreign :
        List.of(
            ours.with("origin", "https://evil.example"),
            ours.with("origin", "null"),
            ours.with("origin", "http://localhost:9999"),
            ours.with("sec-fetch-site", "cross-site"),
            ours.with("sec-fetch-site", "same-site"))) {
      assertThat(console.answer(foreign).status()).isEqualTo(403);
    }
    assertNothingHasChanged();
    Ask good = ours.with("origin", "http://localhost:8080").with("sec-fetch-site", "same-origin");
    assertThat(console.answer(good).status()).isEqualTo(201);
  }

  @Test
  void aPageElsewhereCannotLogAnybodyIn() {
    Ask ask = Ask.of("POST", "login").form(Map.of("token", console.token));

    WebAnswer answer = console.answer(ask.with("origin", "https://evil.example"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
  }

  @Test
  void theCookieIsForNobodyElse() {
    Ask ask = Ask.of("POST", "login").form(Map.of("token", console.token));

    String plain = Console.header(console.answer(ask), "Set-Cookie");
    String secure =
        Console.header(
            console.answer(Ask.of("POST", "login").form(Map.of("token", console.token)).secure()),
            "Set-Cookie");

    assertThat(plain)
        .contains("Path=/admin/", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Secure")
        .doesNotContain(console.token);
    assertThat(secure).endsWith("; Secure");
  }

  @Test
  void aSessionEndsWhenItIsNotUsed() {
    String cookie = console.logIn(console.token);
    console.pass(Duration.ofMinutes(29));
    assertThat(status("", cookie)).isEqualTo(200);
    console.pass(Duration.ofMinutes(29));
    assertThat(status("", cookie)).isEqualTo(200);
    console.pass(Duration.ofMinutes(30));
    assertThat(status("", cookie)).isEqualTo(303);
  }

  @Test
  void whatPagesAskForByThemselvesIsNoUse() {
    String cookie = console.logIn(console.token);
    console.pass(Duration.ofMinutes(20));
    assertThat(status("api/figures", cookie)).isEqualTo(200);
    console.pass(Duration.ofMinutes(10));
    assertThat(status("api/figures", cookie)).isEqualTo(401);
  }

  @Test
  void aSessionEndsAfterTwelveHoursInAnyCase() {
    String cookie = console.logIn(console.token);
    for (int i = 0; i < 35; i++) {
      console.pass(Duration.ofMinutes(20));
      assertThat(status("", cookie)).isEqualTo(200);
    }
    console.pass(Duration.ofMinutes(20));
    assertThat(status("", cookie)).isEqualTo(303);
  }

  @Test
  void aSessionEndsWithItsLogoutAndWithItsUser() {
    String own = console.logIn(console.token);
    Ask out = Ask.of("POST", "logout").with("cookie", own);
    console.answer(out.form(Map.of("csrf", console.csrf(own))));
    assertThat(status("", own)).isEqualTo(303);

    String token = console.user("ann", Role.VIEWER);
    String hers = console.logIn(token);
    assertThat(status("", hers)).isEqualTo(200);
    console.admin(Ask.of("DELETE", "api/users/ann"));
    assertThat(status("", hers)).isEqualTo(303);
    console.user("ann", Role.VIEWER);
    assertThat(status("", hers)).isEqualTo(303);
    assertThat(console.answer(Ask.get("api/layers").bearer(token)).status()).isEqualTo(401);
  }

  @Test
  void aFormThatOutlivedItsSessionCanBeSentAfterTheNextLogin() {
    String cookie = console.logIn(console.token);
    Ask form = Ask.of("POST", "users");
    Map<String, String> fields =
        Map.of("csrf", console.csrf(cookie), "name", "ann", "role", "viewer");
    console.pass(Duration.ofHours(13));

    WebAnswer refused = console.answer(form.form(fields).with("cookie", cookie));
    String next = console.logIn(console.token);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(Console.text(refused)).contains("Log in in another window");
    assertThat(console.answer(form.form(fields).with("cookie", next)).status()).isEqualTo(201);
  }

  @Test
  void thePagesOfOneUserAreNoneOfAnother() {
    String viewer = console.logIn(console.user("v", Role.VIEWER));
    String admin = console.logIn(console.token);
    Ask ask = change().with("cookie", admin).with("x-csrf-token", console.csrf(viewer));

    assertThat(console.answer(ask).status()).isEqualTo(403);
  }

  @Test
  void sessionsAreBounded() {
    String first = console.logIn(console.token);
    for (int i = 0; i < 200; i++) {
      console.pass(Duration.ofSeconds(1));
      console.logIn(console.token);
    }
    assertThat(status("", first)).isEqualTo(303);
  }

  private int status(String path, String cookie) {
    return console.answer(Ask.get(path).with("cookie", cookie)).status();
  }

  @Test
  void whoTriesManyTokensHasToWait() {
    for (int i = 0; i < 10; i++) {
      Ask wrong =
          i % 2 == 0
              ? Ask.get("api/layers").bearer("wrong" + i)
              : Ask.of("POST", "login").form(Map.of("token", "wrong" + i));
      assertThat(console.answer(wrong).status()).isEqualTo(401);
    }

    WebAnswer locked = console.admin(Ask.get("api/layers"));
    assertThat(locked.status()).isEqualTo(429);
    assertThat(Console.header(locked, "Retry-After")).isEqualTo("60");
    assertThat(
            console.answer(Ask.of("POST", "login").form(Map.of("token", console.token))).status())
        .isEqualTo(429);
    assertThat(console.admin(Ask.get("api/layers").from("::1", true)).status()).isEqualTo(200);
    console.pass(Duration.ofMinutes(1));
    assertThat(console.admin(Ask.get("api/layers")).status()).isEqualTo(200);
  }

  @Test
  void whoHasASessionNeedNotWaitForThoseWhoTry() {
    String cookie = console.logIn(console.token);
    for (int i = 0; i < 20; i++) {
      console.answer(Ask.get("api/layers").bearer("wrong"));
    }
    assertThat(status("", cookie)).isEqualTo(200);
  }

  @Test
  void anIpv6NetworkIsOnePeer() throws IOException {
    try (var remote = new Console(folder.resolve("remote"), true)) {
      for (int i = 0; i < 10; i++) {
        remote.answer(Ask.get("api/layers").from("2001:db8::" + i, false).bearer("wrong"));
      }
      Ask ask = Ask.get("api/layers");
      assertThat(remote.admin(ask.from("2001:db8::ffff:1", false)).status()).isEqualTo(429);
      assertThat(remote.admin(ask.from("2001:db8:0:1::1", false)).status()).isEqualTo(200);
    }
  }

  @Test
  void otherMachinesAreLetInIfTheSettingSaysSo() throws IOException {
    try (var remote = new Console(folder.resolve("remote"), true)) {
      Ask ask =
          Ask.get("api/layers")
              .host("maps.example.com")
              .from("192.0.2.7", false)
              .with("via", "1.1 proxy");
      assertThat(remote.admin(ask).status()).isEqualTo(200);
      assertThat(remote.answer(ask).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void noPathLeadsOutOfTheFolder(String path) throws IOException {
    Files.createDirectories(folder.resolve("jars/inner"));
    Path outside = folder.resolve("outside.jar");
    Files.write(outside, FakeInstaller.jar("a", "1", "b"));
    Files.createSymbolicLink(folder.resolve("jars/link.jar"), outside);
    Files.write(folder.resolve("jars/notes.txt"), FakeInstaller.jar("a", "1", "b"));
    String body =
        new ObjectMapper()
            .writeValueAsString(Map.of("path", path.replace("FOLDER", folder.toString())));

    WebAnswer answer = console.admin(Ask.of("POST", "api/plugins").json(body));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(Console.text(answer)).doesNotContain(folder.toString());
    assertNothingHasChanged();
  }

  static List<String> paths() {
    return List.of(
        "../outside.jar",
        "inner/../../outside.jar",
        "FOLDER/outside.jar",
        "link.jar",
        "notes.txt",
        "inner",
        "missing.jar",
        "a\u0000.jar",
        "../jars");
  }

  private record Oversized(String name, int status, Ask ask) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Oversized> oversized() {
    return Stream.of(
        new Oversized("a user", 413, json("POST", "api/users", 1 << 17)),
        new Oversized("a layer", 413, json("PUT", "api/layers/a", 5 << 20)),
        new Oversized("a configuration", 413, json("PUT", "api/configuration", 5 << 20)),
        new Oversized("a check", 413, json("POST", "api/configuration/check", 5 << 20)),
        new Oversized(
            "a jar",
            413,
            Ask.of("POST", "api/plugins").body("application/java-archive", zeros(65 << 20))),
        new Oversized(
            "a form",
            413,
            Ask.of("POST", "login").body("application/x-www-form-urlencoded", zeros(1 << 16))),
        new Oversized(
            "a body that the server cuts off",
            413,
            Ask.of("POST", "api/plugins").body("application/java-archive", cut())),
        new Oversized("deep JSON", 400, Ask.of("POST", "api/users").json("[".repeat(20_000))));
  }

  private static Ask json(String method, String path, int length) {
    return Ask.of(method, path)
        .with("if-match", "*")
        .body("application/json", new SequenceInputStream(text("{\"name\": \""), zeros(length)));
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream zeros(int length) {
    byte[] block = new byte[1 << 16];
    Arrays.fill(block, (byte) '0');
    List<InputStream> blocks =
        Collections.nCopies(length / block.length, block).stream()
            .<InputStream>map(ByteArrayInputStream::new)
            .toList();
    return new SequenceInputStream(Collections.enumeration(blocks));
  }

  private static InputStream cut() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("the limit is reached");
      }
    };
  }

  @ParameterizedTest
  @MethodSource("oversized")
  void whatIsTooLongIsRefused(Oversized oversized) throws IOException {
    Set<Path> before = spooled();
    assertThat(console.admin(oversized.ask).status()).isEqualTo(oversized.status);
    assertNothingHasChanged();
    assertThat(before).containsAll(spooled());
  }

  private static Set<Path> spooled() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().matches("azulejo-\\d+\\.jar"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void everyAnswerIsGuarded() {
    for (WebAnswer answer :
        List.of(
            console.answer(Ask.get("login")),
            console.answer(Ask.get("api/layers")),
            console.answer(Ask.get("console.css")),
            console.admin(Ask.get("")),
            console.admin(Ask.get("no such page")),
            console.answer(Ask.get("").host("evil.example")))) {
      assertThat(Console.header(answer, "Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
          .doesNotContain("unsafe");
      assertThat(Console.header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(Console.header(answer, "X-Frame-Options")).isEqualTo("DENY");
      assertThat(Console.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  @Test
  void aMethodThatIsNotThereIsRefused() {
    WebAnswer answer = console.admin(Ask.of("PATCH", "api/layers/world"));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(Console.header(answer, "Allow")).isEqualTo("DELETE, GET, PUT");
    assertThat(console.answer(Ask.of("TRACE", "api/layers")).status()).isEqualTo(401);
  }

  @Test
  void nothingIsWrittenIntoTheLogByOthers() {
    String name = "a\nadmin (admin) from 127.0.0.1: all is well";
    console.admin(Ask.of("PUT", "api/layers/" + name).with("if-match", "x").json(LAYER));

    assertThat(lastEntry()).contains("put the layer").contains("a?admin").doesNotContain("\\n");
  }

  @Test
  void strangersDoNotPushChangesOutOfTheAudit() {
    console.admin(change());
    for (int i = 0; i < 500; i++) {
      console.answer(Ask.get("api/layers/" + i).host("evil.example"));
    }
    var entries = Console.json(console.admin(Ask.get("api/audit"))).path("entries");

    assertThat(entries.toString()).contains("put the layer \\\"new\\\"");
    assertThat(entries.size()).isLessThanOrEqualTo(62);
  }
}
