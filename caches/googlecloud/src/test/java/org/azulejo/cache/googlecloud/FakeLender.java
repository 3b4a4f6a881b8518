package org.azulejo.cache.googlecloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Lends tokens to whoever signs for the one service account, as Google's servers do; and as its
 * metadata server to whoever asks with the right header.
 */
final class FakeLender implements AutoCloseable {
  static final String ACCOUNT = "maps@example.iam.gserviceaccount.com";

  private final HttpServer server;
  private final KeyPair keys;
  private final List<String> lent = new CopyOnWriteArrayList<>();

  FakeLender() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::answerAccount);
    server.createContext(
        "/computeMetadata/v1/instance/service-accounts/default/token", this::answerMachine);
    server.start();
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private URI address() {
    return URI.create("http://" + host() + "/token");
  }

  /** All tokens so far. */
  List<String> lent() {
    return lent;
  }

  /** The key file of the service account. */
  Path keyFile(Path folder) throws IOException {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded()));
    var file =
        new JsonMapper()
            .createObjectNode()
            .put("type", "service_account")
            .put("private_key_id", "key-1")
            .put("private_key", pem)
            .put("client_email", ACCOUNT)
            .put("token_uri", address().toString());
    return Files.writeString(folder.resolve("key.json"), file.toString());
  }

  private void answerAccount(HttpExchange exchange) throws IOException {
    String form =
        URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8);
    String beginning = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=";
    answer(exchange, form.startsWith(beginning) && isRight(form.substring(beginning.length())));
  }

  private void answerMachine(HttpExchange exchange) throws IOException {
    answer(exchange, FakeGoogle.header(exchange, "Metadata-Flavor").equals("Google"));
  }

  private boolean isRight(String assertion) throws IOException {
    String[] parts = assertion.split("\\.");
    JsonNode head = new JsonMapper().readTree(decoded(parts[0]));
    JsonNode claims = new JsonMapper().readTree(decoded(parts[1]));
    long now = Instant.now().getEpochSecond();
    return head.path("alg").asText().equals("RS256")
        && head.path("kid").asText().equals("key-1")
        && claims.path("iss").asText().equals(ACCOUNT)
        && claims.path("aud").asText().equals(address().toString())
        && claims.path("scope").asText().contains("devstorage")
        && claims.path("iat").asLong() <= now
        && claims.path("exp").asLong() > now
        && claims.path("exp").asLong() - claims.path("iat").asLong() <= 3600
        && isSigned(parts[0] + "." + parts[1], decoded(parts[2]));
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  private boolean isSigned(String text, byte[] by) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(keys.getPublic());
      signature.update(text.getBytes(UTF_8));
      return signature.verify(by);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private void answer(HttpExchange exchange, boolean isRight) throws IOException {
    try (exchange) {
      if (!isRight) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      String token = "token-" + lent.size();
      lent.add(token);
      byte[] body =
          "{\"access_token\": \"%s\", \"expires_in\": 3599, \"token_type\": \"Bearer\"}"
              .formatted(token)
              .getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
