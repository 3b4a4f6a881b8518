package org.azulejo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, it is never the server's fault, and a tile at hand is still answered. */
class HostileTest {
  private static final String HOST = "\r\nHost: x\r\n\r\n";

  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new TestServer(new FakeLayer("plain").holding(Sample.png(10)));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @AfterEach
  void aTileAtHandIsStillAnswered() throws Exception {
    assertThat(server.get("/plain/0/0/0.png").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/plain/0/0/0.png, 200",
    "/plain/0/0/0.PNG?x=%zz&%00, 200",
    "/plain/0/0/-1.png, 200",
    "/pl%61in/0/0/0.png, 200",
    "/plain%2F0/0/0.png, 200",
    "/plain/0/0/0.png%0A, 200",
    "http://test/plain/0/0/0.png, 200",
    "http://elsewhere/plain/0/0/0.png, 400",
    "/nothing/0/0/0.png, 404",
    "/nothing/preview.html, 404",
    "/plain/0/0/0.png/, 404",
    "/plain/../plain/0/0/0.png, 404",
    "/plain/%2e%2e/plain/0/0/0.png, 404",
    "/plain/..;/plain/0/0/0.png, 404",
    "/plain;x=y/0/0/0.png, 404",
    "/plain\\0\\0\\0.png, 400",
    "//, 400",
    "//plain/0/0/0.png, 400",
    "/%2Fplain/0/0/0.png, 400",
    "/../0/0/0.png, 400",
    "/../../../../etc/passwd, 400",
    "/..%2f..%2f..%2fetc%2fpasswd, 400",
    "/%2e%2e/%2e%2e/etc/passwd, 400",
    "/-/../../etc/passwd, 400",
    "/-/ol-10.6.0/../HttpFront.class, 400",
    "/0/0/0.png, 400",
    "/plain, 400",
    "/plain/0, 400",
    "/plain/0/0/0, 400",
    "/plain/0/0/0., 400",
    "/plain/0/0/x.png, 400",
    "/plain/0/0/0.5.png, 400",
    "/plain/0/+0/0.png, 400",
    "/plain/0/%200/0.png, 400",
    "/plain/preview.htm, 400",
    "/robots.txt, 400",
    "/favicon.ico, 400",
    "/plain/0/0/0.png%00, 400",
    "/plain%00/0/0/0.png, 400",
    "/plain%0d%0aX-Evil:%201/0/0/0.png, 400",
    "/plain/0/0/0.png%, 400",
    "/plain/0/0/0.png%4, 400",
    "/plain/0/0/0.%zz, 400",
    "/%ff%fe/0/0/0.png, 400",
    "/%c0%ae%c0%ae/0/0/0.png, 400",
    "/%u0041/0/0/0.png, 400",
    "/plain/99999999999999999999999999/0/0.png, 400",
    "/plain/0/-99999999999999999999/0.png, 400",
    "/plain/0/0/0@3x.png, 400",
    "/plain/0/0/0@2x.png, 404",
    "/plain/0/0/0.xyz, 404",
    "/<script>/0/0/0.png, 400",
  })
  void everyPathHasItsStatus(String path, int status) throws Exception {
    assertThat(server.get(path).status()).isEqualTo(status);
  }

  @Test
  void aPathLongerThanEightKilobytesIsTooLong() throws Exception {
    assertThat(server.get("/plain/" + "a".repeat(9000) + "/0/0/0.png").status()).isEqualTo(414);
    assertThat(server.get("/plain/" + "0".repeat(7000) + "/0/0.png").status()).isEqualTo(200);
  }

  static List<String> oddities() {
    return List.of(
        "DELETE /plain/0/0/0.png HTTP/1.1" + HOST,
        "PUT /plain/0/0/0.png HTTP/1.1\r\nContent-Length: 5\r\nHost: x\r\n\r\nhello",
        "POST /plain/0/0/0.png HTTP/1.1\r\nContent-Length: -1\r\nHost: x\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\nHost: x\r\n\r\n0\r\n\r\n",
        "TRACE / HTTP/1.1" + HOST,
        "CONNECT elsewhere:443 HTTP/1.1" + HOST,
        "PROPFIND / HTTP/1.1" + HOST,
        "get / HTTP/1.1" + HOST,
        "OPTIONS * HTTP/1.1" + HOST,
        "GET * HTTP/1.1" + HOST,
        "GET plain/0/0/0.png HTTP/1.1" + HOST,
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\"><script>\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x:99999999\r\n\r\n",
        "GET / HTTP/9.9" + HOST,
        "GET / HTTP/0.9\r\n\r\n",
        "GET /\r\n\r\n",
        "GET  /  HTTP/1.1" + HOST,
        "GET /\u0000 HTTP/1.1" + HOST,
        "GET /\u00fc\u00ff/0/0/0.png HTTP/1.1" + HOST,
        "GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nA: \u0000\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(20_000) + "\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(3000) + "\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        "\r\n\r\n\r\n\u0016\u0003\u0001\u0002",
        "garbage\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void nothingIsTheServersFault(String bytes) throws Exception {
    try (var client = new RawClient(server.port())) {
      client.send(bytes);
      client.socket().shutdownOutput();
      int status = client.read().status();

      assertThat(status).isBetween(200, 505).isNotEqualTo(500);
    } catch (EOFException | SocketException e) {
      assertThat(e).as("hung up, which is an answer, too").isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere:443", "x"})
  void aTunnelIsRefusedAndTheConnectionClosed(String to) throws Exception {
    try (var client = new RawClient(server.port())) {
      client.send("CONNECT " + to + " HTTP/1.1" + HOST);

      assertThat(client.read().status()).isIn(400, 405);
      assertThat(client.socket().getInputStream().read()).isNegative();
    }
  }

  @Test
  void oddHeadersMatterToNobody() throws Exception {
    String tile = "/plain/0/0/0.png";
    for (String header :
        List.of(
            "If-None-Match: \"",
            "If-None-Match: W/",
            "Accept-Encoding: ;;;,,q=",
            "Accept: ",
            "Range: bytes=0-",
            "If-Modified-Since: Sat, 01 Jan 2028 00:00:00 GMT",
            "X-Forwarded-Host: evil\"><script>")) {
      assertThat(server.get(tile, header).status()).as(header).isEqualTo(200);
      assertThat(server.get("/", header).status()).as(header).isEqualTo(200);
    }
  }

  @Test
  void noNameOfAHostIsEchoedThatIsNone() throws Exception {
    try (var client = new RawClient(server.port())) {
      client.send("GET /plain.json HTTP/1.1\r\nHost: a\"<script>\r\n\r\n");

      assertThat(client.read().text()).doesNotContain("<script>");
    }
    assertThat(server.get("/plain.json", "X-Forwarded-Host: evil").text()).doesNotContain("evil");
  }

  @Test
  void hundredsOfSlowConnectionsBlockNobody() throws Exception {
    List<RawClient> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        var client = new RawClient(server.port());
        slow.add(client);
        client.send("GET /plain/0/0/0.png HTTP/1.1\r\nHost: x\r\nSlow:");
      }
      assertThat(server.get("/plain/0/0/0.png").status()).isEqualTo(200);
      slow.get(499).send(" done\r\n\r\n");
      assertThat(slow.get(499).read().status()).isEqualTo(200);
    } finally {
      for (RawClient client : slow) {
        close(client);
      }
    }
  }

  private static void close(RawClient client) {
    try {
      client.close();
    } catch (IOException e) {
      // It is being got rid of.
    }
  }
}
