package org.azulejo.admin;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.azulejo.web.WebAnswer;
import org.azulejo.web.WebRequest;

/** A request in the making. Immutable: each method gives a changed copy. */
record Ask(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    InetAddress peer,
    boolean isLoopback,
    boolean isSecure,
    InputStream body) {

  /** From this machine, and by its name. */
  static Ask of(String method, String path) {
    return new Ask(
        method,
        "/admin/" + path,
        Map.of(),
        Map.of("host", List.of("localhost:8080")),
        address("127.0.0.1"),
        true,
        false,
        InputStream.nullInputStream());
  }

  static Ask get(String path) {
    return of("GET", path);
  }

  static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Ask with(String header, String value) {
    var changed = new LinkedHashMap<>(headers);
    var values = new ArrayList<>(headers.getOrDefault(header, List.of()));
    values.add(value);
    changed.put(header, values);
    return new Ask(method, path, query, changed, peer, isLoopback, isSecure, body);
  }

  Ask without(String header) {
    var changed = new LinkedHashMap<>(headers);
    changed.remove(header);
    return new Ask(method, path, query, changed, peer, isLoopback, isSecure, body);
  }

  Ask host(String host) {
    return without("host").with("host", host);
  }

  Ask parameter(String name, String value) {
    var changed = new LinkedHashMap<>(query);
    changed.put(name, List.of(value));
    return new Ask(method, path, changed, headers, peer, isLoopback, isSecure, body);
  }

  Ask from(String address, boolean isLoopback) {
    return new Ask(method, path, query, headers, address(address), isLoopback, isSecure, body);
  }

  Ask secure() {
    return new Ask(method, path, query, headers, peer, isLoopback, true, body);
  }

  Ask body(String mediaType, InputStream body) {
    Ask typed = without("content-type").with("content-type", mediaType);
    return new Ask(method, path, query, typed.headers, peer, isLoopback, isSecure, body);
  }

  Ask body(String mediaType, byte[] body) {
    return body(mediaType, new ByteArrayInputStream(body));
  }

  Ask json(String json) {
    return body("application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  Ask form(Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return body("application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Ask bearer(String token) {
    return with("authorization", "Bearer " + token);
  }

  /** With the token of the admin. */
  WebAnswer by(Console console) {
    return console.admin(this);
  }

  WebRequest request() {
    return new WebRequest(method, path, query, headers, peer, isLoopback, isSecure, body);
  }
}
