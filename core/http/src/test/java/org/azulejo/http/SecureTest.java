package org.azulejo.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.azulejo.http.room.Rooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureTest {
  private static final String PASSWORD = "mosaic";

  @TempDir Path folder;

  @Test
  void http2ComesInByTheSameDoorAsHttp1() throws Exception {
    try (var server = new TestServer(new FakeLayer("osm").holding(Sample.png(10)))) {
      HttpResponse<byte[]> tile = get(HttpClient.newHttpClient(), server.address());
      HttpResponse<byte[]> again = get(HttpClient.newHttpClient(), server.address());

      assertThat(tile.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(again.body()).hasSize(10);
      assertThat(tile.headers().firstValue("x-content-type-options")).contains("nosniff");
    }
  }

  @Test
  void withACertificateItComesInByTls() throws Exception {
    Path keystore = keystore();
    try (var server = start(new Settings.Tls(0, keystore.toString(), PASSWORD))) {
      var client = HttpClient.newBuilder().sslContext(trusting(keystore)).build();
      HttpResponse<byte[]> tile = get(client, server.address());

      assertThat(server.address()).startsWith("https://localhost:");
      assertThat(tile.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(tile.body()).hasSize(10);
      assertThat(new String(get(client, server.address(), "osm.json").body(), UTF_8))
          .contains("\"" + server.address() + "osm/{z}/{x}/{y}.png\"");
    }
  }

  @Test
  void aNameThatIsNotInTheCertificateIsTheClientsAffair() throws Exception {
    Path keystore = keystore();
    try (var server = start(new Settings.Tls(0, keystore.toString(), PASSWORD));
        var socket =
            trusting(keystore)
                .getSocketFactory()
                .createSocket("127.0.0.1", URI.create(server.address()).getPort())) {
      socket
          .getOutputStream()
          .write("GET /osm/0/0/0.png HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 200");
    }
  }

  @Test
  void whatKeepsItFromStartingIsSaid() throws Exception {
    var tls = new Settings.Tls(0, keystore().toString(), "wrong");

    assertThatThrownBy(() -> start(tls))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("tls.keystore: \"%s\" cannot be used", tls.keystore())
        .hasMessageNotContaining("wrong");
    assertThatThrownBy(() -> start(new Settings.Tls(0, "", "")))
        .hasMessage("tls.port is set, and tls.keystore is missing.");
    assertThatThrownBy(() -> start(Settings.Tls.NONE))
        .hasMessage("Neither port nor tls.port is set, so there is nowhere to listen.");
  }

  private static HttpResponse<byte[]> get(HttpClient client, String address) throws Exception {
    return get(client, address, "osm/0/0/0.png");
  }

  private static HttpResponse<byte[]> get(HttpClient client, String address, String path)
      throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static JettyServer start(Settings.Tls tls) throws Exception {
    var layers = new FakeLayers(new FakeLayer("osm").holding(Sample.png(10)));
    return JettyServer.start(settings(tls), layers, new Rooms(), Clock.systemUTC());
  }

  private static Settings settings(Settings.Tls tls) {
    var plain = TestServer.settings(0);
    return new Settings("localhost", -1, 2, 2, plain.grace(), plain.idle(), 10, tls, -1, "", false);
  }

  private Path keystore() throws Exception {
    Path file = folder.resolve("keys.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var process =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "a",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    PASSWORD))
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    return file;
  }

  private static SSLContext trusting(Path keystore) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("a", keys.getCertificate("a"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
