package org.azulejo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.fake.FakeInstaller;
import org.azulejo.admin.fake.FakeServices;
import org.azulejo.web.WebAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see, and what their forms do without scripts. */
class PagesTest {
  @TempDir Path folder;
  private Console console;
  private String cookie;
  private String csrf;

  @BeforeEach
  void start() throws IOException {
    console = new Console(folder);
    become(console.token);
  }

  private void become(String token) {
    cookie = console.logIn(token);
    csrf = console.csrf(cookie);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private String page(Ask ask) {
    WebAnswer answer = console.answer(ask.with("cookie", cookie));
    assertThat(answer.status()).isEqualTo(200);
    return Console.text(answer);
  }

  private WebAnswer send(String path, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("csrf", csrf);
    return console.answer(Ask.of("POST", path).form(all).with("cookie", cookie));
  }

  private String fingerprint() {
    return console.services.file.read().fingerprint();
  }

  /** The fields of the form of a page, as a browser would send them. */
  private static Map<String, String> fields(String page) {
    var fields = new LinkedHashMap<String, String>();
    String form = page.replaceFirst("(?s).*<form class=\"stack edit\"", "");
    each(form, "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"", fields);
    each(
        form,
        "<input id=\"[^\"]*\" name=\"([^\"]*)\" (?:type=\"password\" )?value=\"([^\"]*)\"",
        fields);
    each(form, "<input type=\"checkbox\" name=\"([^\"]*)\" (checked)", fields);
    each(form, "(?s)<textarea id=\"[^\"]*\" name=\"([^\"]*)\"[^>]*>([^<]*)</textarea>", fields);
    each(
        form,
        "(?s)<select id=\"[^\"]*\" name=\"([^\"]*)\"(?:(?!</select>).)*<option value=\"([^\"]*)\" selected",
        fields);
    return fields;
  }

  private static void each(String form, String pattern, Map<String, String> fields) {
    Pattern.compile(pattern)
        .matcher(form)
        .results()
        .forEach(result -> fields.put(plain(result.group(1)), plain(result.group(2))));
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Test
  void whoHasNoSessionIsSentToTheLogin() {
    WebAnswer answer = console.answer(Ask.get("layer").parameter("name", "world"));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(Console.header(answer, "Location")).isEqualTo("login");
    assertThat(Console.header(console.answer(Ask.get("no/page")), "Location"))
        .isEqualTo("../login");
    assertThat(Console.text(console.answer(Ask.get("login")))).contains("name=\"token\"");
  }

  @Test
  void theOverviewShowsEveryLayer() {
    assertThat(page(Ask.get("")))
        .contains("3 layers: 2 active, 1 waiting, 0 failed")
        .contains("layer?name=streets%2Fold%20town", "Waits for provider &quot;mapnik&quot;.");
    assertThat(page(Ask.get("").parameter("find", "WORLD")))
        .contains("data-layer=\"world\"")
        .doesNotContain("data-layer=\"relief\"");
  }

  @Test
  void aProblemOfTheConfigurationIsShown() {
    console.services.layers.problem("line 3: this is <no> JSON");
    assertThat(page(Ask.get(""))).contains("line 3: this is &lt;no&gt; JSON");
  }

  @Test
  void whatOthersNamedIsEscaped() {
    String name = "\"><script>alert(1)</script>'&";
    console.services.file.edit(
        "{\"layers\": {\"%s\": {\"provider\": {\"name\": \"%s\"}}}}"
            .formatted(name.replace("\"", "\\\""), name.replace("\"", "\\\"")));
    for (Ask ask :
        List.of(
            Ask.get("").parameter("find", name),
            Ask.get("layer").parameter("name", name),
            Ask.get("edit").parameter("name", name),
            Ask.get("remove").parameter("name", name),
            Ask.get("uninstall").parameter("name", name),
            Ask.get("plugins"),
            Ask.get("configuration"))) {
      assertThat(page(ask)).contains("&lt;script&gt;").doesNotContain("<script>");
    }
  }

  @Test
  void theMapOfALayerThatIsClosedIsSignedForAnHour() {
    console.services.file.edit(
        "{\"layers\": {\"a b\": {\"access\": {\"signing key\": \"open sesame please\"}}, \"c\": {\"access\": {}}}}");

    assertThat(page(Ask.get("layer").parameter("name", "a b")))
        .contains(
            "src=\"../a%20b/preview.html?expires=1772370000&amp;signature=VSDwwzDb5x8hQx9kt9ASHhuNHraAuJ5L8rpE3Z1WElc\"")
        .doesNotContain("open sesame");
    assertThat(page(Ask.get("layer").parameter("name", "c")))
        .contains("src=\"../c/preview.html\"", "This layer asks for a key");
  }

  @Test
  void aViewerSeesNoButtonsThatAreNotForViewers() {
    become(console.user("v", Role.VIEWER));

    assertThat(page(Ask.get(""))).doesNotContain("Add a layer", "Undo", "href=\"users\"");
    assertThat(page(Ask.get("layer").parameter("name", "world"))).doesNotContain("edit?name");
    assertThat(page(Ask.get("plugins"))).doesNotContain("id=\"upload\"");
  }

  @Test
  void theFormGivesBackWhatItWasGiven() {
    for (String name : List.of("world", "streets/old town", "relief")) {
      JsonNode before = console.services.file.layer(name);
      String page = page(Ask.get("edit").parameter("name", name));
      assertThat(page).doesNotContain("s3cret", "k3y");
      Map<String, String> fields = fields(page);
      fields.put("action", "save");

      WebAnswer answer = send("edit", fields);

      assertThat(answer.status()).as(Console.text(answer)).isEqualTo(303);
      assertThat(console.services.file.layer(name)).isEqualTo(before);
    }
  }

  @Test
  void theFormOffersTheKeysOfThePlugin() {
    String page = page(Ask.get("edit").parameter("name", "streets/old town"));

    assertThat(page)
        .contains("Seconds for one answer. Default: 10. Range: 0 to 600.")
        .contains("name=\"provider/timeout\" value=\"5\"")
        .contains("<option value=\"strict\">strict</option>")
        .contains("name=\"provider/password\" type=\"password\" value=\"\"")
        .contains("name=\"provider/password#kept\" checked")
        .contains("name=\"effect.1/radius\" value=\"2\"")
        .contains("name=\"layer/bounds/north\" value=\"50\"")
        .contains("&quot;odd&quot;");
  }

  @Test
  void aPluginThatIsChosenShowsItsKeysAndWhatWasTypedStays() {
    Map<String, String> fields = fields(page(Ask.get("edit")));
    fields.put("name", "mine");
    fields.put("provider/name", "mbtiles");
    fields.put("layer/tile height", "512");
    fields.put("action", "choose");

    String page = Console.text(send("edit", fields));

    assertThat(page)
        .contains("name=\"provider/tileset\"", "required")
        .contains("name=\"name\" value=\"mine\"")
        .contains("name=\"layer/tile height\" value=\"512\"");
  }

  @Test
  void aLayerIsAddedWithTheForm() {
    Map<String, String> fields = fields(page(Ask.get("edit")));
    fields.put("name", "a/b");
    fields.put("provider/name", "proxy");
    fields.put("provider/url", "https://example.com");
    fields.put("provider/timeout", "2.5");
    fields.put("provider/follow", "false");
    fields.put("provider/formats", "pbf\r\nmvt");
    fields.put("provider/password", "typed");
    fields.put("effect.0/name", "blur");
    fields.put("layer/metatile/rows", "4");
    fields.put("layer#rest", "{\"redirects\": {\"jpg\": \"png\"}}");
    fields.put("action", "save");

    WebAnswer answer = send("edit", fields);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(Console.header(answer, "Location")).isEqualTo("layer?name=a%2Fb&done=saved");
    assertThat(console.services.file.layer("a/b").toString())
        .isEqualTo(
            "{\"provider\":{\"name\":\"proxy\",\"url\":\"https://example.com\",\"timeout\":2.5,"
                + "\"follow\":false,\"formats\":[\"pbf\",\"mvt\"],\"password\":\"typed\"},"
                + "\"pixel effect\":{\"name\":\"blur\"},\"metatile\":{\"rows\":4},"
                + "\"redirects\":{\"jpg\":\"png\"}}");
    assertThat(page(Ask.get("layer").parameter("name", "a/b").parameter("done", "saved")))
        .contains("Saved. The server");
  }

  @Test
  void aSecretIsReplacedOrRemovedWithTheForm() {
    Ask edit = Ask.get("edit").parameter("name", "streets/old town");
    Map<String, String> fields = fields(page(edit));
    fields.put("provider/password", "other");
    fields.put("action", "save");
    send("edit", fields);
    assertThat(provider().path("password").asText()).isEqualTo("other");

    fields = fields(page(edit));
    fields.remove("provider/password#kept");
    fields.put("action", "save");
    send("edit", fields);
    assertThat(provider().has("password")).isFalse();
    assertThat(provider().path("url").asText()).endsWith("?key=k3y");
  }

  private JsonNode provider() {
    return console.services.file.layer("streets/old town").path("provider");
  }

  @Test
  void checkingSaysWhatWouldBecomeOfIt() {
    Map<String, String> fields = fields(page(Ask.get("edit").parameter("name", "world")));
    fields.put("action", "check");
    assertThat(Console.text(send("edit", fields))).contains("The layer would work.");

    fields.put("layer#rest", "{\"broken\": true}");
    assertThat(Console.text(send("edit", fields)))
        .contains("The layer would be failed.", "expected nothing, found something");
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
  }

  @Test
  void anEditThatIsRefusedStaysOnThePage() {
    Map<String, String> fields = fields(page(Ask.get("edit").parameter("name", "world")));
    fields.put("provider/tileset", "mine.mbtiles");
    fields.put("layer#rest", "{\"broken\": true}");
    fields.put("action", "save");

    WebAnswer answer = send("edit", fields);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Console.text(answer))
        .contains("Not saved: world: broken: expected nothing", "value=\"mine.mbtiles\"");
    fields.put("layer#rest", "{\"broken\"");
    answer = send("edit", fields);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Console.text(answer)).contains("layer: This is no JSON", "{&quot;broken&quot;");
  }

  @Test
  void anEditToAnOlderTextStaysOnThePageAndCanBeSavedKnowingly() {
    Map<String, String> fields = fields(page(Ask.get("edit").parameter("name", "world")));
    console.services.file.edit(FakeServices.CONFIGURATION.replace("world.mbtiles", "by-hand"));
    fields.put("provider/tileset", "mine.mbtiles");
    fields.put("action", "save");

    WebAnswer answer = send("edit", fields);

    assertThat(answer.status()).isEqualTo(412);
    assertThat(Console.text(answer)).contains("value=\"mine.mbtiles\"", "by-hand");
    assertThat(console.services.file.layer("world").toString()).contains("by-hand");
    fields = fields(Console.text(answer));
    fields.put("action", "save");
    assertThat(send("edit", fields).status()).isEqualTo(303);
    assertThat(console.services.file.layer("world").toString()).contains("mine.mbtiles");
  }

  @Test
  void aNewLayerReplacesNoneThatIsThere() {
    Map<String, String> fields = fields(page(Ask.get("edit")));
    fields.put("name", "world");
    fields.put("provider/name", "proxy");
    fields.put("action", "save");

    assertThat(send("edit", fields).status()).isEqualTo(409);
    fields.put("name", " ");
    assertThat(send("edit", fields).status()).isEqualTo(422);
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
  }

  @Test
  void theFormBecomesJsonAndBack() {
    Map<String, String> fields =
        fields(page(Ask.get("edit").parameter("name", "streets/old town")));
    fields.put("provider/timeout", "8");
    fields.put("action", "json");
    String page = Console.text(send("edit", fields));
    assertThat(page).contains("&quot;timeout&quot; : 8", "(hidden)").doesNotContain("s3cret");

    fields = fields(page);
    fields.put("action", "form");
    page = Console.text(send("edit", fields));
    assertThat(page).contains("name=\"provider/timeout\" value=\"8\"");

    fields.put("action", "save");
    assertThat(send("edit", fields).status()).isEqualTo(303);
    assertThat(provider().path("timeout").asInt()).isEqualTo(8);
    assertThat(provider().path("password").asText()).isEqualTo("s3cret");
  }

  @Test
  void aLayerIsRemovedAfterAQuestionAndBroughtBack() {
    String question = page(Ask.get("remove").parameter("name", "world"));
    assertThat(question).contains("value=\"" + fingerprint() + "\"");

    WebAnswer answer = send("remove", Map.of("name", "world", "fingerprint", fingerprint()));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(console.services.file.layer("world").isMissingNode()).isTrue();

    assertThat(page(Ask.get(""))).contains("Undo the last edit");
    assertThat(send("undo", Map.of("fingerprint", fingerprint())).status()).isEqualTo(303);
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
    assertThat(send("undo", Map.of("fingerprint", fingerprint())).status()).isEqualTo(409);
    assertThat(send("remove", Map.of("name", "world", "fingerprint", "old")).status())
        .isEqualTo(409);
  }

  @Test
  void theWholeConfigurationIsEditedWithConflictsShown() {
    String mine = FakeServices.CONFIGURATION.replace("The common one.", "Mine.");
    String old = fingerprint();
    console.services.file.edit(FakeServices.CONFIGURATION.replace("The common one.", "By hand."));

    WebAnswer answer =
        send("configuration", Map.of("json", mine, "fingerprint", old, "action", "save"));

    assertThat(answer.status()).isEqualTo(412);
    assertThat(Console.text(answer)).contains("// Mine.", "// By hand.", fingerprint());
    assertThat(
            send(
                    "configuration",
                    Map.of("json", mine, "fingerprint", fingerprint(), "action", "save"))
                .status())
        .isEqualTo(303);
    assertThat(console.services.file.read().json()).isEqualTo(mine);
    assertThat(Console.text(send("configuration", Map.of("json", mine, "action", "check"))))
        .contains("2 of 3 layers would work.");
    assertThat(
            Console.text(
                send(
                    "configuration",
                    Map.of("json", "{", "fingerprint", fingerprint(), "action", "save"))))
        .contains("Not saved: line 1");
  }

  @Test
  void aJarIsUploadedWithAForm() {
    Ask form = upload(csrf, FakeInstaller.jar("org.example.a", "1.0", "Example"));

    WebAnswer answer = console.answer(form.with("cookie", cookie));

    assertThat(answer.status()).isEqualTo(303);
    String id = Console.header(answer, "Location").replace("job?id=", "");
    while (!page(Ask.get("job").parameter("id", id)).contains("<strong>done</strong>")) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(page(Ask.get("plugins"))).contains("org.example.a", "uninstall?name=org.example.a");
    assertThat(send("uninstall", Map.of("name", "org.example.a")).status()).isEqualTo(303);
  }

  @Test
  void aJarThatComesWithoutTheSecretIsNotLookedAt() {
    Ask form = upload("wrong", FakeInstaller.jar("org.example.a", "1.0", "Example"));

    assertThat(console.answer(form.with("cookie", cookie)).status()).isEqualTo(403);
    assertThat(console.services.installer.installed()).isEmpty();
  }

  @Test
  void aJarThatIsRefusedIsRefusedWithTheReason() {
    Ask form = upload(csrf, FakeInstaller.jar("org.example.a", "1.0", "nobody"));

    WebAnswer answer = console.answer(form.with("cookie", cookie));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Console.text(answer)).contains("The jar is not taken: Nobody vouches");
  }

  private static Ask upload(String csrf, byte[] jar) {
    String text =
        "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n%s\r\n--b\r\nContent-Disposition: form-data; name=\"jar\"; filename=\"a.jar\"\r\nContent-Type: application/java-archive\r\n\r\n%s\r\n--b--\r\n"
            .formatted(csrf, new String(jar, StandardCharsets.UTF_8));
    return Ask.of("POST", "plugins")
        .body("multipart/form-data; boundary=b", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTrustingDeployFolderIsShownInRed() {
    assertThat(page(Ask.get("plugins"))).doesNotContain("whoever made it");
    console.services.installer.trustsDeployFolder = true;
    assertThat(page(Ask.get("plugins")))
        .contains("class=\"problem\"", "Every jar in the deploy folder is used, whoever made it.");
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(page(Ask.get("plugins"))).contains("relief waits for provider");
    console.services.hasInstaller = false;
    console.services.hasFile = false;
    assertThat(page(Ask.get("plugins"))).contains("no bundle gives an Installer");
    assertThat(page(Ask.get(""))).contains("The configuration cannot be edited here now.");
    assertThat(console.answer(Ask.get("configuration").with("cookie", cookie)).status())
        .isEqualTo(503);
  }

  @Test
  void aTokenIsShownOnce() {
    WebAnswer answer = send("users", Map.of("name", "ann", "role", "viewer"));
    String token =
        Console.text(answer).replaceFirst("(?s).*<pre tabindex=\"0\">([^<]+)</pre>.*", "$1");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(console.answer(Ask.get("api/layers").bearer(token)).status()).isEqualTo(200);
    assertThat(page(Ask.get("users"))).contains("ann").doesNotContain(token);
    assertThat(send("users", Map.of("name", "ann", "role", "viewer")).status()).isEqualTo(409);
    assertThat(send("dismiss", Map.of("name", "ann")).status()).isEqualTo(303);
    assertThat(send("dismiss", Map.of("name", "admin")).status()).isEqualTo(409);
  }

  @Test
  void theAuditIsShown() {
    send("reload", Map.of());
    assertThat(page(Ask.get("audit"))).contains("reload the configuration", "log in");
  }
}
