package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody means well. */
class HostileRequestsIT {
  private static final String CONFIGURATION =
      """
      {
        "cache": {"name": "disk", "path": "../cache"},
        "layers": {
          "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}},
          "json": {"provider": {"name": "mbtiles", "tileset": "../data/world.mbtiles"}}
        }
      }
      """;

  @TempDir static Path folder;
  private static Home home;
  private static Server server;

  @BeforeAll
  static void start() throws Exception {
    home = Home.copiedTo(folder.resolve("azulejo"));
    server = Server.start(home, home.configuration(CONFIGURATION));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /../../../etc/passwd HTTP/1.1",
        "GET /plain/../../etc/0/0/0.png HTTP/1.1",
        "GET /plain/%2e%2e/%2e%2e/0/0/0.png HTTP/1.1",
        "GET /plain%2f0%2f0%2f0.png HTTP/1.1",
        "GET /%2e%2e%2fetc%2fpasswd HTTP/1.1",
        "GET /plain/0/0/0.png%00.txt HTTP/1.1",
        "GET /plain%00/0/0/0.png HTTP/1.1",
        "GET /plain/0/0/0.p%6eg HTTP/1.1",
        "GET /plain/0/0/0.%ff%fe HTTP/1.1",
        "GET /%zz/0/0/0.png HTTP/1.1",
        "GET /plain\\..\\..\\/0/0/0.png HTTP/1.1",
        "GET /plain/1000000000/0/0.png HTTP/1.1",
        "GET /plain/0/2147483648/0.png HTTP/1.1",
        "GET /plain/31/2147483647/2147483647.png HTTP/1.1",
        "GET /plain/0/-2147483648/-2147483648.png HTTP/1.1",
        "GET /plain/99/99999999999999999999/0.png HTTP/1.1",
        "GET /plain/-1/0/0.png HTTP/1.1",
        "GET /plain/0/0/0.png?callback=alert(1)// HTTP/1.1",
        "GET /plain/0/0/0@99999x.png HTTP/1.1",
        "GET /<script>alert(1)</script>/preview.html HTTP/1.1",
        "GET /%3Cscript%3E/0/0/0.png HTTP/1.1",
        "GET http://elsewhere.example/plain/0/0/0.png HTTP/1.1",
        "GET //elsewhere.example/0/0/0.png HTTP/1.1",
        "GET * HTTP/1.1",
        "TRACE /plain/0/0/0.png HTTP/1.1",
        "CONNECT elsewhere.example:443 HTTP/1.1",
        "PROPFIND /plain/0/0/0.png HTTP/1.1",
        "get /plain/0/0/0.png HTTP/1.1",
        "GET /plain/0/0/0.png HTTP/9.9",
        "GET /plain/0/0/0.png",
        "rubbish",
        "POST /layers HTTP/1.1",
        "GET /-/../../etc/passwd HTTP/1.1",
        "GET /admin/ HTTP/1.1",
        "GET /system/console HTTP/1.1"
      })
  void aHostileRequestIsRefusedWithoutFuss(String line) throws Exception {
    String answer = ask(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("HTTP/1.1 500", "Exception", "\tat ", "root:");
    assertHotTile();
    assertThat(server.log()).as("nobody can fill the log").doesNotContain("WARNING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example\"><script>alert(1)</script>",
        "Host: evil.example:99999999",
        "Host: ",
        "X-Forwarded-Host: evil.example",
        "Host: localhost\r\nHost: evil.example"
      })
  void aSpoofedHostIsNotRepeated(String header) throws Exception {
    for (String path : List.of("/", "/plain.json", "/layers", "/plain/preview.html")) {
      String answer =
          ask("GET " + path + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n");
      assertThat(answer).doesNotContain("HTTP/1.1 500", "<script>alert", "http://evil.example\"");
    }
    String tileJson = server.get("/plain.json", "X-Forwarded-Host", "evil.example").text();
    assertThat(tileJson).doesNotContain("evil.example");
    assertThat(server.log()).as("nobody can fill the log").doesNotContain("WARNING");
  }

  @Test
  void aLongPathAndManyHeadersAreRefused() throws Exception {
    String path = "/plain/" + "a".repeat(8000) + "/0/0/0.png";
    assertThat(ask("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .doesNotContain("HTTP/1.1 500")
        .matches("(?s)HTTP/1.1 4\\d\\d .*");
    String headers = "X-Filler: " + "a".repeat(100_000) + "\r\n";
    assertThat(ask("GET /plain/0/0/0.png HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n"))
        .startsWith("HTTP/1.1 431");
    assertHotTile();
  }

  @Test
  void fiveHundredSlowConnectionsDoNotBlockAHotTile() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 500; i++) {
        var socket = new Socket("127.0.0.1", server.address().getPort());
        slow.add(socket);
        socket.getOutputStream().write("GET /plain/0/0/0.png HTTP/1.1\r\nHos".getBytes());
      }
      for (int i = 0; i < 20; i++) {
        assertHotTile();
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void nothingIsWrittenOutsideOfTheCache() throws Exception {
    try (var all = Files.walk(home.folder().resolve("cache"))) {
      assertThat(all.filter(Files::isRegularFile))
          .allMatch(file -> home.folder().resolve("cache").relativize(file).startsWith("plain"));
    }
    assertThat(home.folder().resolve("etc/0")).doesNotExist();
  }

  private static void assertHotTile() throws Exception {
    Reply tile = server.get("/plain/0/0/0.png");
    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.colour()).isEqualTo("123456");
  }

  private static String ask(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", server.address().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (java.net.SocketException e) {
      return "closed";
    }
  }
}
