package org.azulejo.cache.s3server;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.azulejo.cache.objectstore.Credentials;
import org.azulejo.cache.objectstore.Dialect;
import org.azulejo.cache.objectstore.ObjectPath;
import org.azulejo.cache.objectstore.SignatureV4;
import org.azulejo.testkit.ServerProcess;

/**
 * <a href="https://github.com/gaul/s3proxy">S3Proxy</a>, which keeps in its memory what it is
 * given, and checks signatures. It has one bucket.
 */
public final class S3Server implements AutoCloseable {
  public static final String ACCESS = "AKIAIOSFODNN7EXAMPLE";
  public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  public static final String BUCKET = "tiles";

  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

  private final HttpClient client = HttpClient.newHttpClient();
  private final SignatureV4 signature =
      new SignatureV4(
          Dialect.AMAZON,
          "us-east-1",
          () -> new Credentials(ACCESS, SECRET),
          InstantSource.system());
  private final ServerProcess process;

  private S3Server(ServerProcess process) {
    this.process = process;
  }

  /** One with an empty bucket. */
  public static S3Server start() throws Exception {
    Path folder = target();
    Path settings = Files.writeString(folder.resolve("server.properties"), "");
    var server =
        new S3Server(
            ServerProcess.java(
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Ds3proxy.endpoint=http://127.0.0.1:{port}",
                "-Ds3proxy.authorization=aws-v4",
                "-Ds3proxy.identity=" + ACCESS,
                "-Ds3proxy.credential=" + SECRET,
                "-Djclouds.provider=transient",
                "-Djclouds.identity=none",
                "-Djclouds.credential=none",
                "-cp",
                folder.resolve("server") + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString()));
    server.makeBucket();
    return server;
  }

  /** Where the build has put the server beside this class. */
  private static Path target() throws URISyntaxException {
    return Path.of(S3Server.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getParent();
  }

  private void makeBucket() throws IOException, InterruptedException {
    ask("PUT", "", new byte[0]);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + process.port());
  }

  /** The keys of all objects, decoded. */
  public List<String> keys() throws IOException, InterruptedException {
    String list = new String(ask("GET", "", new byte[0]).body(), StandardCharsets.UTF_8);
    return KEY.matcher(list).results().map(result -> result.group(1)).toList();
  }

  public HttpResponse<byte[]> get(String key) throws IOException, InterruptedException {
    return ask("GET", "/" + ObjectPath.encoded(key), new byte[0]);
  }

  public void put(String key, String text) throws IOException, InterruptedException {
    ask("PUT", "/" + ObjectPath.encoded(key), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Removes all objects. */
  public void empty() throws IOException, InterruptedException {
    for (String key : keys()) {
      ask("DELETE", "/" + ObjectPath.encoded(key), new byte[0]);
    }
  }

  private HttpResponse<byte[]> ask(String method, String path, byte[] body)
      throws IOException, InterruptedException {
    URI address = URI.create(address() + "/" + BUCKET + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.ofByteArray(body));
    signature.signed(method, address, Map.of(), body).forEach(request::setHeader);
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  public void stop() throws InterruptedException {
    process.stop();
  }

  /** It runs again on the same port, with an empty bucket. */
  public void restart() throws Exception {
    process.restart();
    makeBucket();
  }

  /** It takes connections but answers nothing. */
  public void pause() throws Exception {
    process.pause();
  }

  public void resume() throws Exception {
    process.resume();
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
