package org.azulejo.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.azulejo.api.UpstreamException;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JourneyTest {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  private Counterpart server;

  @BeforeEach
  void start() throws IOException {
    server = new Counterpart();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void headersAreSent() throws Exception {
    server.at("/a", Counterpart.bytes(HELLO));
    fetch("{'headers': {'X-Key': 'k'}, 'referer': 'http://me.example/', 'user agent': 'me'}", "/a");
    Headers headers = server.requests().get(0).getRequestHeaders();
    assertThat(headers.getFirst("X-Key")).isEqualTo("k");
    assertThat(headers.getFirst("Referer")).isEqualTo("http://me.example/");
    assertThat(headers.getFirst("User-Agent")).isEqualTo("me");
  }

  @Test
  void nameAndPasswordOfTheAddressAreSentAsSuch() throws Exception {
    server.at("/a", Counterpart.bytes(HELLO));
    try (Upstream upstream = Asking.upstream("{}")) {
      upstream.fetch(server.address("me:p%40ss@127.0.0.1", "/a"));
    }
    // me:p@ss
    assertThat(server.requests().get(0).getRequestHeaders().getFirst("Authorization"))
        .isEqualTo("Basic bWU6cEBzcw==");
  }

  @Test
  void fiveRedirectsAreFollowed() throws Exception {
    server.at("/", Counterpart.bytes(HELLO));
    for (int i = 5; i > 0; i--) {
      server.at("/" + i, Counterpart.redirect(i == 1 ? "/" : "/" + (i - 1)));
    }
    assertThat(fetch("{}", "/5")).hasValue(HELLO);
  }

  @Test
  void aSixthRedirectIsNot() {
    server.at("/a", Counterpart.redirect("/a"));
    fails("{}", "/a").hasMessageContaining("more than 5 times");
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void aFileIsNotReachedByARedirect(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("secret"), HELLO);
    server.at("/a", Counterpart.redirect(file.toUri().toString()));
    fails("{}", "/a").hasMessageContaining("does not go");
  }

  @Test
  void thisMachineIsNotReachedFromAForeignServer() {
    server.at("/a", Counterpart.redirect(server.address("/inner").toString()));
    server.at("/inner", Counterpart.bytes(HELLO));
    try (Upstream upstream = Asking.foreign("{}")) {
      assertThatThrownBy(() -> upstream.fetch(server.address("localhost", "/a")))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("does not go");
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aServerOfTheOwnNetworkIsNotReachedByAForeignOneOnTheWay() {
    server.at("/a", Counterpart.redirect(server.address("localhost", "/foreign").toString()));
    server.at("/foreign", Counterpart.redirect(server.address("/inner").toString()));
    server.at("/inner", Counterpart.bytes(HELLO));
    try (Upstream upstream = Asking.foreign("{}")) {
      assertThatThrownBy(() -> upstream.fetch(server.address("/a")))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("does not go");
    }
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void anotherServerHearsNoSecrets() throws Exception {
    server.at("/a", Counterpart.redirect(server.address("localhost", "/b").toString()));
    server.at("/b", Counterpart.bytes(HELLO));
    try (Upstream upstream = Asking.upstream("{'headers': {'X-Key': 'k'}, 'referer': 'r'}")) {
      upstream.fetch(server.address("me:pass@127.0.0.1", "/a"));
    }
    Headers headers = server.requests().get(1).getRequestHeaders();
    assertThat(headers).doesNotContainKeys("X-key", "Authorization");
    assertThat(headers.getFirst("Referer")).isEqualTo("r");
    assertThat(headers.getFirst("User-Agent")).isEqualTo("Azulejo");
  }

  @Test
  void aProxyIsAskedInPlaceOfTheServer() throws Exception {
    server.at("/", Counterpart.bytes(HELLO));
    var gate = ProxySelector.of(new InetSocketAddress("127.0.0.1", server.port()));
    try (var upstream = new ConnectionPool("test", gate).upstream(TestOptions.of("{}"))) {
      assertThat(upstream.fetch(URI.create("http://tiles.invalid/1.png"))).hasValue(HELLO);
    }
    assertThat(server.requests().get(0).getRequestURI()).hasToString("http://tiles.invalid/1.png");
  }

  private AbstractThrowableAssert<?, ?> fails(String json, String path) {
    try (Upstream upstream = Asking.upstream(json)) {
      var problem =
          assertThatThrownBy(() -> upstream.fetch(server.address(path)))
              .isInstanceOf(UpstreamException.class);
      problem.message().doesNotContain("127.0.0.1", "http");
      return problem;
    }
  }

  private Optional<byte[]> fetch(String json, String path) throws Exception {
    try (Upstream upstream = Asking.upstream(json)) {
      return upstream.fetch(server.address(path));
    }
  }
}
