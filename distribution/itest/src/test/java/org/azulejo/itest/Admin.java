package org.azulejo.itest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A script of an operator: it uses the REST, with the first token. */
record Admin(Site server, String token) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Admin of(Home home, Server server) throws IOException {
    return new Admin(server, Files.readString(home.folder().resolve("etc/admin.token")).strip());
  }

  /** Sends something of a media type. */
  Reply send(String method, String path, String type, byte[] body, String... headers)
      throws Exception {
    String[] ours = {"Authorization", "Bearer " + token, "Content-Type", type};
    String[] all = Stream.of(ours, headers).flatMap(Stream::of).toArray(String[]::new);
    return server.send(method, "/admin/api/" + path, body, all);
  }

  /** Sends JSON, or nothing if that is empty. */
  Reply send(String method, String path, String json, String... headers) throws Exception {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return send(method, path, "application/json", body, headers);
  }

  JsonNode get(String path) throws Exception {
    Reply reply = send("GET", path, "");
    if (reply.status() != 200) {
      throw new IOException(path + ": " + reply.status() + " " + reply.text());
    }
    return json(reply);
  }

  static JsonNode json(Reply reply) throws IOException {
    return MAPPER.readTree(reply.body());
  }

  /** Sends a jar, and waits for the end of the job if there is one; what is said of it then. */
  String install(Path jar) throws Exception {
    return end(send("POST", "plugins", "application/java-archive", Files.readAllBytes(jar)));
  }

  String uninstall(String symbolicName) throws Exception {
    return end(send("DELETE", "plugins/" + symbolicName, ""));
  }

  private String end(Reply reply) throws Exception {
    if (reply.status() != 202) {
      return reply.status() + " " + json(reply).path("error").asText();
    }
    String path = "jobs/" + json(reply).path("id").asText();
    Eventually.that("the job ends", () -> get(path).has("ended"));
    JsonNode job = get(path);
    return job.path("state").asText() + " " + job.path("result").asText();
  }

  /** Name and what is in a field of it, of each thing in a list. */
  static List<String> pairs(JsonNode list, String name, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(thing -> thing.path(name).asText() + " " + thing.path(field).asText())
        .toList();
  }

  /** The path of a layer. */
  static String layer(String name) {
    return "layers/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
