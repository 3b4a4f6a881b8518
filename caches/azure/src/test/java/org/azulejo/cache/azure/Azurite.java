package org.azulejo.cache.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.azulejo.cache.objectstore.ObjectPath;
import org.azulejo.testkit.ServerProcess;

/**
 * <a href="https://github.com/Azure/Azurite">Azurite</a>, Microsoft's emulator, which keeps in its
 * memory what it is given, and checks signatures. It has one container.
 */
final class Azurite implements AutoCloseable {
  /** The one account that every Azurite has. */
  static final String ACCOUNT = "devstoreaccount1";

  /** Its key, which everybody knows. */
  static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  static final String CONTAINER = "tiles";

  private static final Pattern NAME = Pattern.compile("<Name>([^<]*)</Name>");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ServerProcess process;

  private Azurite(ServerProcess process) {
    this.process = process;
  }

  /** One with an empty container; where {@link AzuriteInstallation} is there. */
  static Azurite start() throws Exception {
    var azurite =
        new Azurite(
            ServerProcess.node(
                AzuriteInstallation.program().toString(),
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                "{port}",
                "--inMemoryPersistence",
                "--disableTelemetry",
                "--silent"));
    azurite.makeContainer();
    return azurite;
  }

  private void makeContainer() throws IOException, InterruptedException {
    expect(201, ask("PUT", "", "restype=container&", new byte[0]));
  }

  /** Where the account is, as in a connection string. */
  URI address() {
    return URI.create("http://127.0.0.1:%d/%s".formatted(process.port(), ACCOUNT));
  }

  /** A shared access signature that allows all that these permissions say, for an hour. */
  static String signature(String permissions) {
    Instant end = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    return SasSamples.signature(ACCOUNT, KEY, permissions, end);
  }

  /** The names of all blobs. */
  List<String> names() throws IOException, InterruptedException {
    HttpResponse<byte[]> list = ask("GET", "", "restype=container&comp=list&", new byte[0]);
    expect(200, list);
    return NAME.matcher(new String(list.body(), UTF_8))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  HttpResponse<byte[]> get(String name) throws IOException, InterruptedException {
    return ask("GET", "/" + ObjectPath.encoded(name), "", new byte[0]);
  }

  void put(String name, String text) throws IOException, InterruptedException {
    expect(201, ask("PUT", "/" + ObjectPath.encoded(name), "", text.getBytes(UTF_8)));
  }

  /** Removes all blobs. */
  void empty() throws IOException, InterruptedException {
    for (String name : names()) {
      expect(202, ask("DELETE", "/" + ObjectPath.encoded(name), "", new byte[0]));
    }
  }

  private HttpResponse<byte[]> ask(String method, String path, String query, byte[] body)
      throws IOException, InterruptedException {
    var address =
        URI.create(address() + "/" + CONTAINER + path + "?" + query + signature("rwdlac"));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .method(method, BodyPublishers.ofByteArray(body))
            .setHeader("x-ms-blob-type", "BlockBlob")
            .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static void expect(int status, HttpResponse<byte[]> answer) {
    if (answer.statusCode() != status) {
      throw new AssertionError(answer.statusCode() + " " + new String(answer.body(), UTF_8));
    }
  }

  void stop() throws InterruptedException {
    process.stop();
  }

  /** It runs again on the same port, with an empty container. */
  void restart() throws Exception {
    process.restart();
    makeContainer();
  }

  /** It takes connections but answers nothing. */
  void pause() throws Exception {
    process.pause();
  }

  void resume() throws Exception {
    process.resume();
  }

  int port() {
    return process.port();
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
