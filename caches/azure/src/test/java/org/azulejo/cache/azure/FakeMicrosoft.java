package org.azulejo.cache.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Lends tokens as Entra ID, the metadata service of a machine and App Service do, to whoever asks
 * as their references want it; and has an empty container for those who show one.
 */
final class FakeMicrosoft implements AutoCloseable {
  static final String TENANT = "11111111-aaaa";
  static final String CLIENT = "22222222-bbbb";
  static final String SECRET = "s3cr3t~&=+";
  static final String WORKLOAD = "eyJ.workload.token";
  static final String WORD = "853b9a84-5bfa";

  private final HttpServer server;
  private final List<String> lent = new CopyOnWriteArrayList<>();

  FakeMicrosoft() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/" + TENANT + "/oauth2/v2.0/token", this::answerClient);
    server.createContext("/metadata/identity/oauth2/token", this::answerMachine);
    server.createContext("/msi/token", this::answerService);
    server.createContext("/tiles/", this::answerContainer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** All tokens so far. */
  List<String> lent() {
    return lent;
  }

  private void answerClient(HttpExchange exchange) throws IOException {
    Map<String, String> form = pairs(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    boolean isKnown =
        form.getOrDefault("grant_type", "").equals("client_credentials")
            && form.getOrDefault("scope", "").equals("https://storage.azure.com/.default")
            && form.getOrDefault("client_id", "").equals(CLIENT);
    boolean isTrue =
        form.getOrDefault("client_secret", "").equals(SECRET)
            || form.getOrDefault("client_assertion", "").equals(WORKLOAD)
                && form.getOrDefault("client_assertion_type", "")
                    .equals("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    lend(exchange, isKnown && isTrue, "\"expires_in\": 3599");
  }

  private void answerMachine(HttpExchange exchange) throws IOException {
    boolean isRight = header(exchange, "Metadata").equals("true") && asks(exchange, "2018-02-01");
    lend(exchange, isRight, "\"expires_in\": \"3599\", \"expires_on\": \"1506484173\"");
  }

  private void answerService(HttpExchange exchange) throws IOException {
    boolean isRight =
        header(exchange, "X-IDENTITY-HEADER").equals(WORD) && asks(exchange, "2019-08-01");
    lend(exchange, isRight, "\"expires_on\": \"4102444800\"");
  }

  private static boolean asks(HttpExchange exchange, String version) {
    Map<String, String> query = pairs(exchange.getRequestURI().getRawQuery());
    return query.getOrDefault("api-version", "").equals(version)
        && query.getOrDefault("resource", "").equals("https://storage.azure.com/")
        && query.getOrDefault("client_id", CLIENT).equals(CLIENT);
  }

  private void answerContainer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String shown = header(exchange, "Authorization");
      boolean isKnown = lent.stream().anyMatch(token -> shown.equals("Bearer " + token));
      String code = isKnown ? "BlobNotFound" : "InvalidAuthenticationInfo";
      send(exchange, isKnown ? 404 : 401, "<Error><Code>%s</Code></Error>".formatted(code));
    }
  }

  private void lend(HttpExchange exchange, boolean isRight, String end) throws IOException {
    try (exchange) {
      if (isRight) {
        String token = "token-" + lent.size();
        lent.add(token);
        send(exchange, 200, "{\"access_token\": \"%s\", %s}".formatted(token, end));
      } else {
        send(exchange, 401, "{\"error\": \"invalid_client\"}");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static Map<String, String> pairs(String text) {
    var pairs = new TreeMap<String, String>();
    Stream.of(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> pairs.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
    return pairs;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
