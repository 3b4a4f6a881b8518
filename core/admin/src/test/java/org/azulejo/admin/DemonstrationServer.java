package org.azulejo.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import org.azulejo.admin.fake.FakeInstaller;
import org.azulejo.admin.fake.FakeLayers;
import org.azulejo.web.WebAnswer;
import org.azulejo.web.WebRequest;

/** Shows the console in a browser, without the server: run it and open what it says. */
final class DemonstrationServer {
  private DemonstrationServer() {}

  public static void main(String[] arguments) throws IOException {
    var folder = Files.createTempDirectory("azulejo-console");
    Files.createDirectories(folder.resolve("jars"));
    Files.write(
        folder.resolve("jars/contour.jar"),
        FakeInstaller.jar("org.example.contour", "1.4.0", "Example"));
    var console = new Console(folder);
    console.services.layers.figures("world", FakeLayers.figures(123456, 789, 0));
    console.services.layers.figures("streets/old town", FakeLayers.figures(4321, 87, 3));
    console.services.file.edit(console.services.file.read().json());
    int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/admin/", exchange -> answer(console, exchange));
    server.start();
    System.out.printf(
        "http://localhost:%d/admin/ with the token %s%n",
        server.getAddress().getPort(), console.token);
  }

  private static void answer(Console console, HttpExchange exchange) throws IOException {
    console.now = java.time.Instant.now();
    WebAnswer answer = console.administration.answer(request(exchange));
    answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
    boolean isEmpty = answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  private static WebRequest request(HttpExchange exchange) {
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return new WebRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query(exchange.getRequestURI().getRawQuery()),
        headers,
        exchange.getRemoteAddress().getAddress(),
        true,
        false,
        exchange.getRequestBody());
  }

  private static Map<String, List<String>> query(String raw) {
    Map<String, List<String>> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query
          .computeIfAbsent(parts[0], name -> new ArrayList<>())
          .add(URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
    }
    return query;
  }
}
