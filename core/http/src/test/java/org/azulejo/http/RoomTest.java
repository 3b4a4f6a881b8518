package org.azulejo.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.azulejo.web.WebAnswer;
import org.azulejo.web.WebRequest;
import org.azulejo.web.WebRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomTest {
  private final AtomicReference<WebRequest> asked = new AtomicReference<>();
  private final AtomicReference<String> body = new AtomicReference<>();
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(new FakeLayer("room").holding(Sample.png(9)));
    server.rooms().add(this::answer, "/room/");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private WebAnswer answer(WebRequest request) throws Exception {
    assertThat(Thread.currentThread().getName()).startsWith("azulejo-clerk-");
    asked.set(request);
    body.set(new String(request.body().readAllBytes(), UTF_8));
    if (request.path().endsWith("broken")) {
      throw new IllegalStateException("a path /etc/secret");
    }
    return new WebAnswer(
        201, "text/plain", "done".getBytes(UTF_8), Map.of("Set-Cookie", List.of("a=1", "b=2")));
  }

  @Test
  void aRequestComesAsItIsAndTheAnswerGoesAsItIs() throws Exception {
    Reply reply = server.ask("PUT", "/room/a%20b/c?x=1&x=%2F&y", "X-Word: one", "x-word: two");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.text()).isEqualTo("done");
    assertThat(reply.header("set-cookie")).isNotNull();
    assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
    WebRequest request = asked.get();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.path()).isEqualTo("/room/a b/c");
    assertThat(request.query()).isEqualTo(Map.of("x", List.of("1", "/"), "y", List.of("")));
    assertThat(request.headers()).containsEntry("x-word", List.of("one", "two"));
    assertThat(request.header("x-word")).isEmpty();
    assertThat(request.isLoopback()).isTrue();
    assertThat(request.isSecure()).isFalse();
  }

  @Test
  void aRoomThatThrowsSaysNothingOfWhy() throws Exception {
    Reply reply = server.get("/room/broken");
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).doesNotContain("secret").contains("log");
  }

  @Test
  void theTilesOfALayerOfTheSameNameStayWhereTheyAre() throws Exception {
    assertThat(server.get("/room/0/0/0.png").body()).hasSize(9);
    assertThat(server.get("/room/").status()).isEqualTo(201);
  }

  @Test
  void aRoomThatHasGoneIsNotFound() throws Exception {
    WebRoom other = request -> WebAnswer.of(200, "text/plain", "other");
    server.rooms().add(other, "/other/");
    assertThat(server.get("/other/x").text()).isEqualTo("other");
    server.rooms().remove(other);
    assertThat(server.get("/other/x").status()).isEqualTo(400);
  }

  @Test
  void whoeverForgetsTheSlashIsSentToIt() throws Exception {
    Reply reply = server.get("/room");
    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("location")).isEqualTo("/room/");
  }

  @Test
  void headIsAskedAsGet() throws Exception {
    assertThat(server.ask("HEAD", "/room/x").status()).isEqualTo(201);
    assertThat(asked.get().method()).isEqualTo("GET");
  }
}
