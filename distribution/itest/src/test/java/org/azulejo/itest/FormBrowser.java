package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: follows links, fills in forms, keeps the cookie. */
final class FormBrowser {
  private static final String BOUNDARY = "----a-boundary-that-is-in-no-jar";

  private final Server server;
  private String cookie = "none=none";
  private URI place;
  private Reply page;

  FormBrowser(Server server) {
    this.server = server;
    this.place = server.address();
  }

  /** The page that is shown; also where a form was refused. */
  Reply page() {
    return page;
  }

  URI place() {
    return place;
  }

  FormBrowser reload() throws Exception {
    return open(place.toString());
  }

  /** Goes to an address, seen from the page that is shown. */
  FormBrowser open(String link) throws Exception {
    place = place.resolve(link);
    return show(server.get(path(), "Cookie", cookie));
  }

  /**
   * Sends the form of the page that has this action.
   *
   * @param typed into its fields, or of the button
   */
  FormBrowser send(String action, Map<String, String> typed) throws Exception {
    Map<String, String> fields = fields(action);
    fields.put("action", "");
    assertThat(fields.keySet()).containsAll(typed.keySet());
    fields.putAll(typed);
    String body =
        fields.entrySet().stream()
            .map(field -> escape(field.getKey()) + "=" + escape(field.getValue()))
            .collect(Collectors.joining("&"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return post(action, "application/x-www-form-urlencoded", bytes);
  }

  /** Sends the form of the page that has this action, with a file in this field. */
  FormBrowser upload(String action, String field, Path file) throws Exception {
    Map<String, String> fields = fields(action);
    assertThat(fields).containsKey(field);
    fields.remove(field);
    var body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> entry : fields.entrySet()) {
      body.write(part(entry.getKey(), "").getBytes(StandardCharsets.UTF_8));
      body.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
    }
    String name = "; filename=\"" + file.getFileName() + "\"";
    body.write(part(field, name).getBytes(StandardCharsets.UTF_8));
    body.write(Files.readAllBytes(file));
    body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return post(action, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
  }

  private static String part(String field, String more) {
    return "\r\n--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
        .formatted(BOUNDARY, field, more);
  }

  private FormBrowser post(String action, String type, byte[] body) throws Exception {
    String origin = "http://" + place.getAuthority();
    place = place.resolve(action);
    return show(
        server.send(
            "POST", path(), body, "Cookie", cookie, "Origin", origin, "Content-Type", type));
  }

  private FormBrowser show(Reply reply) throws Exception {
    if (!reply.header("Set-Cookie").isEmpty()) {
      cookie = reply.header("Set-Cookie").split(";")[0];
    }
    page = reply;
    return reply.status() == 303 ? open(reply.header("Location")) : this;
  }

  private String path() {
    return place.getRawPath() + (place.getRawQuery() == null ? "" : "?" + place.getRawQuery());
  }

  /** The fields of a form as they stand on the page. */
  Map<String, String> fields(String action) {
    var found =
        Pattern.compile("(?s)<form [^>]*action=\"" + Pattern.quote(action) + "\".*?</form>")
            .matcher(page.text());
    assertThat(found.find()).as(action + " in " + page.text()).isTrue();
    var fields = new LinkedHashMap<String, String>();
    each(
        found.group(),
        "<input(?![^>]*checkbox)[^>]*? name=\"([^\"]*)\"(?:[^>]*? value=\"([^\"]*)\")?",
        fields);
    each(found.group(), "(?s)<textarea[^>]* name=\"([^\"]*)\"[^>]*>([^<]*)</textarea>", fields);
    each(
        found.group(),
        "(?s)<select[^>]* name=\"([^\"]*)\"(?:(?!</select>).)*<option value=\"([^\"]*)\" selected",
        fields);
    return fields;
  }

  private static void each(String form, String pattern, Map<String, String> fields) {
    Pattern.compile(pattern)
        .matcher(form)
        .results()
        .forEach(
            result ->
                fields.put(
                    plain(result.group(1)),
                    plain(Objects.requireNonNullElse(result.group(2), ""))));
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
