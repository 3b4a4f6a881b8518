package org.azulejo.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.access.Tokens;
import org.azulejo.admin.fake.FakeServices;
import org.azulejo.admin.repository.Repository;
import org.azulejo.web.WebAnswer;

/** The console on services in memory, with a clock that is set by hand. */
final class Console implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final FakeServices services = new FakeServices();
  final Administration administration;
  Instant now = Instant.parse("2026-03-01T12:00:00Z");
  String token = "";

  Console(Path folder) throws IOException {
    this(folder, false);
  }

  Console(Path folder, boolean isRemote) throws IOException {
    this(folder, isRemote, Optional.empty());
  }

  Console(Path folder, boolean isRemote, Optional<Repository> repository) throws IOException {
    var settings =
        new Settings(
            true,
            isRemote,
            folder.resolve("admin.users"),
            Optional.of(folder.resolve("jars")),
            repository);
    InstantSource clock = () -> now;
    administration =
        new Administration(
            settings, services, new Tokens(new SecureRandom()), clock, first -> token = first);
  }

  WebAnswer answer(Ask ask) {
    return administration.answer(ask.request());
  }

  /** With the token of the admin. */
  WebAnswer admin(Ask ask) {
    return answer(ask.bearer(token));
  }

  /** The token of a new user. */
  String user(String name, Role role) {
    String wish = "{\"name\": \"%s\", \"role\": \"%s\"}".formatted(name, role.word());
    return json(admin(Ask.of("POST", "api/users").json(wish))).path("token").asText();
  }

  /** The cookie of a new session. */
  String logIn(String token) {
    WebAnswer answer = answer(Ask.of("POST", "login").form(Map.of("token", token)));
    return header(answer, "Set-Cookie").replaceFirst(";.*", "");
  }

  /** What the pages of a session carry. */
  String csrf(String cookie) {
    String page = text(answer(Ask.get("").with("cookie", cookie)));
    return page.replaceFirst("(?s).*<meta name=\"csrf\" content=\"([^\"]*)\">.*", "$1");
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  static String header(WebAnswer answer, String name) {
    return answer.headers().getOrDefault(name, List.of("")).get(0);
  }

  static String text(WebAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static JsonNode json(WebAnswer answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalArgumentException(text(answer), e);
    }
  }

  @Override
  public void close() {
    administration.close();
  }
}
