package org.azulejo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.fake.FakeLayers;
import org.azulejo.admin.fake.FakeServices;
import org.azulejo.web.WebAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs for scripts, but for plug-ins and users. */
class RestTest {
  private static final String LAYER =
      "{/* by hand */ \"provider\": {\"name\": \"mbtiles\", \"tileset\": \"a\"}}";

  @TempDir Path folder;
  private Console console;

  @BeforeEach
  void start() throws IOException {
    console = new Console(folder);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private String tag() {
    return Console.header(console.admin(Ask.get("api/configuration")), "ETag");
  }

  private static String error(WebAnswer answer) {
    return Console.json(answer).path("error").asText();
  }

  @Test
  void layersAreListedWithWhatTheyWaitFor() {
    console.services.layers.figures("world", FakeLayers.figures(8, 2, 1));
    console.services.file.edit(FakeServices.CONFIGURATION);

    JsonNode layers = Console.json(console.admin(Ask.get("api/layers"))).path("layers");

    assertThat(layers.findValuesAsText("state")).containsExactly("active", "active", "waiting");
    assertThat(layers.path(0).path("figures").path("requests").asInt()).isEqualTo(13);
    assertThat(layers.path(2).path("missing").path(0).asText()).isEqualTo("provider \"mapnik\"");
    assertThat(layers.path(2).path("reason").asText()).isEqualTo("Waits for provider \"mapnik\".");
  }

  @Test
  void aLayerIsShownWithoutItsSecrets() {
    String viewer = console.user("v", Role.VIEWER);
    WebAnswer answer = console.answer(Ask.get("api/layers/streets/old town").bearer(viewer));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Console.text(answer)).contains("(hidden)").doesNotContain("s3cret", "k3y");
    assertThat(Console.header(answer, "ETag")).isEqualTo(tag());
    assertThat(console.admin(Ask.get("api/layers/none")).status()).isEqualTo(404);
  }

  @Test
  void whatAPluginCallsASecretIsHiddenWhateverItsName() {
    String section = "{\"provider\": {\"name\": \"proxy\", \"pin\": \"1234\"}}";
    put("pinned", "*", section);

    assertThat(Console.text(console.admin(Ask.get("api/layers/pinned")))).doesNotContain("1234");
    assertThat(
            put("pinned", "*", section.replace("1234", "(hidden)").replace("{\"n", "{\"a\":1,\"n"))
                .status())
        .isEqualTo(200);
    assertThat(console.services.file.layer("pinned").path("provider").path("pin").asText())
        .isEqualTo("1234");
  }

  private WebAnswer put(String name, String match, String section) {
    return console.admin(Ask.of("PUT", "api/layers/" + name).with("if-match", match).json(section));
  }

  @Test
  void anyNameCanBePutShownAndRemoved() {
    for (String name : List.of("a/b/c", "a b", "ä%2F?#&+", "a/../b", "a\"<script>", "check")) {
      WebAnswer put = put(name, tag(), LAYER);
      assertThat(put.status()).isEqualTo(201);
      assertThat(Console.json(put).path("name").asText()).isEqualTo(name);
      assertThat(console.admin(Ask.get("api/layers/" + name)).status()).isEqualTo(200);
      WebAnswer gone =
          console.admin(
              Ask.of("DELETE", "api/layers/" + name).with("if-match", Console.header(put, "ETag")));
      assertThat(gone.status()).isEqualTo(204);
      assertThat(console.admin(Ask.get("api/layers/" + name)).status()).isEqualTo(404);
      WebAnswer again = Ask.of("DELETE", "api/layers/" + name).with("if-match", "*").by(console);
      assertThat(again.status()).isEqualTo(404);
    }
  }

  @Test
  void aNameThatNobodyCouldAskForIsRefused() {
    for (String name : List.of("-a", "../a", " a", ".a", "/a")) {
      WebAnswer put = put(name, tag(), LAYER);
      assertThat(put.status()).isEqualTo(422);
      assertThat(error(put)).contains("begins with a letter", name);
    }
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);

    console.services.file.edit("{\"layers\": {\"-a\": {\"provider\": {\"name\": \"mbtiles\"}}}}");
    assertThat(put("-a", tag(), LAYER).status()).isEqualTo(200);
  }

  @Test
  void puttingTheSameTwiceIsPuttingItOnce() {
    assertThat(put("new", "*", LAYER).status()).isEqualTo(201);
    String once = console.services.file.read().json();
    assertThat(put("new", "*", LAYER).status()).isEqualTo(200);
    assertThat(console.services.file.read().json()).isEqualTo(once);
  }

  @Test
  void anEditToAnOlderTextIsRefused() {
    String old = tag();
    console.services.file.edit(FakeServices.CONFIGURATION.replace("world.mbtiles", "by hand"));
    String now = console.services.file.read().json();

    for (Ask edit :
        List.of(
            Ask.of("PUT", "api/layers/new").json(LAYER),
            Ask.of("DELETE", "api/layers/world"),
            Ask.of("PUT", "api/configuration").json("{}"))) {
      assertThat(console.admin(edit.with("if-match", old)).status()).isEqualTo(412);
    }
    assertThat(console.services.file.read().json()).isEqualTo(now);
  }

  @Test
  void anEditThatDoesNotSayToWhichTextIsRefused() {
    assertThat(console.admin(Ask.of("PUT", "api/layers/new").json(LAYER)).status()).isEqualTo(428);
    assertThat(console.admin(Ask.of("DELETE", "api/layers/world")).status()).isEqualTo(428);
    assertThat(console.admin(Ask.of("PUT", "api/configuration").json("{}")).status())
        .isEqualTo(428);
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
  }

  @Test
  void anEditThatWouldNotWorkIsRefusedWithTheReason() {
    WebAnswer answer = put("bad", "*", "{\"broken\": true}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(error(answer)).isEqualTo("bad: broken: expected nothing, found something.");
    assertThat(put("bad", "*", "{\"broken\"").status()).isEqualTo(400);
    assertThat(put("bad", "*", "[]").status()).isEqualTo(400);
    Ask text = Ask.of("PUT", "api/layers/bad").with("if-match", "*");
    assertThat(console.admin(text.body("text/plain", new byte[0])).status()).isEqualTo(415);
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
  }

  @Test
  void whatIsHiddenStaysAsItIs() {
    String shown =
        Console.json(console.admin(Ask.get("api/layers/streets/old town")))
            .path("section")
            .toString();

    assertThat(
            put("streets/old town", "*", shown.replace("\"timeout\":5", "\"timeout\":7")).status())
        .isEqualTo(200);

    JsonNode provider = console.services.file.layer("streets/old town").path("provider");
    assertThat(provider.path("password").asText()).isEqualTo("s3cret");
    assertThat(provider.path("url").asText()).endsWith("?key=k3y");
    assertThat(provider.path("timeout").asInt()).isEqualTo(7);
  }

  @Test
  void whatIsHiddenAndUnknownIsRefused() {
    String section = "{\"provider\": {\"name\": \"proxy\", \"password\": \"(hidden)\"}}";
    assertThat(put("new", "*", section).status()).isEqualTo(422);
    assertThat(put("world", "*", section).status()).isEqualTo(422);
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
  }

  @Test
  void theConfigurationGoesOutAndInAsItIs() {
    WebAnswer shown = console.admin(Ask.get("api/configuration"));
    assertThat(Console.text(shown)).isEqualTo(FakeServices.CONFIGURATION);

    String changed = FakeServices.CONFIGURATION.replace("The common one.", "Everybody's.");
    WebAnswer written =
        console.admin(
            Ask.of("PUT", "api/configuration")
                .with("if-match", Console.header(shown, "ETag"))
                .json(changed));

    assertThat(written.status()).isEqualTo(200);
    assertThat(console.services.file.read().json()).isEqualTo(changed);
    assertThat(Console.json(written).path("canUndo").asBoolean()).isTrue();
  }

  @Test
  void theLastEditCanBeUndoneOnce() {
    Ask undo = Ask.of("POST", "api/configuration/undo");
    assertThat(undo.with("if-match", "*").by(console).status()).isEqualTo(409);
    put("new", "*", LAYER);

    assertThat(undo.by(console).status()).isEqualTo(428);
    assertThat(undo.with("if-match", "\"old\"").by(console).status()).isEqualTo(412);
    assertThat(undo.with("if-match", tag()).by(console).status()).isEqualTo(200);
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
    assertThat(undo.with("if-match", "*").by(console).status()).isEqualTo(409);
  }

  @Test
  void checkingChangesNothing() {
    String text = "{\"layers\": {\"a\": {\"broken\": 1}}}";
    WebAnswer answer = console.admin(Ask.of("POST", "api/configuration/check").json(text));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Console.json(answer).path("layers").path(0).path("state").asText())
        .isEqualTo("failed");
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
  }

  @Test
  void reloadingLeavesTheTextAsItIs() {
    assertThat(console.admin(Ask.of("POST", "api/reload")).status()).isEqualTo(204);
    assertThat(console.services.reloads).isEqualTo(1);
    assertThat(console.services.file.read().json()).isEqualTo(FakeServices.CONFIGURATION);
  }

  @Test
  void whereNothingEditsTheConfigurationThatIsSaid() {
    console.services.hasFile = false;
    for (Ask ask :
        List.of(
            Ask.get("api/configuration"),
            Ask.of("POST", "api/configuration/check").json("{}"),
            Ask.of("PUT", "api/layers/a").with("if-match", "x").json("{}"))) {
      WebAnswer answer = console.admin(ask);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(error(answer)).contains("ConfigurationFile");
    }
    assertThat(console.admin(Ask.get("api/layers/world")).status()).isEqualTo(200);
  }

  @Test
  void figuresAreSummedAndOfThoseLayersThatAreAskedFor() {
    console.services.layers.figures("world", FakeLayers.figures(8, 2, 1));
    console.services.layers.figures("relief", FakeLayers.figures(2, 1, 0));
    console.services.file.edit(FakeServices.CONFIGURATION);

    JsonNode all = Console.json(console.admin(Ask.get("api/figures")));
    JsonNode some = Console.json(console.admin(Ask.get("api/figures").parameter("find", "REL")));
    JsonNode one = Console.json(console.admin(Ask.get("api/figures").parameter("most", "1")));

    assertThat(all.path("totals").path("hits").asInt()).isEqualTo(10);
    assertThat(all.path("server").path("queued").asInt()).isEqualTo(1);
    assertThat(all.path("layers")).hasSize(3);
    assertThat(all.path("layers").path(0).path("cacheBytes").asLong()).isEqualTo(2_621_440);
    assertThat(all.path("layers").path(1).has("cacheBytes")).isFalse();
    assertThat(some.path("layers").findValuesAsText("name")).containsExactly("relief");
    assertThat(some.path("totals")).isEqualTo(all.path("totals"));
    assertThat(one.path("layers")).hasSize(1);
  }

  @Test
  void theAuditSaysWhoDidWhatFromWhereAndHowItWent() {
    console.answer(
        Ask.of("PUT", "api/layers/new")
            .with("if-match", "*")
            .json(LAYER)
            .bearer(console.user("ann", Role.OPERATOR)));
    put("bad", "*", "{\"broken\": true}");

    JsonNode entries = Console.json(console.admin(Ask.get("api/audit"))).path("entries");

    assertThat(entries.findValuesAsText("what"))
        .containsExactlyInAnyOrder(
            "put the layer \"bad\"", "put the layer \"new\"", "add the user \"ann\" as operator");
    JsonNode ann =
        entries.path(0).path("who").asText().equals("ann") ? entries.path(0) : entries.path(1);
    assertThat(ann.path("role").asText()).isEqualTo("operator");
    assertThat(ann.path("from").asText()).isEqualTo("127.0.0.1");
    assertThat(entries.toString()).contains("bad: broken: expected nothing");
  }

  @Test
  void theDescriptionNamesEveryRouteAndNoOther() {
    JsonNode description = Console.json(console.admin(Ask.get("api/openapi.json")));
    var described = new TreeSet<String>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (!method.equals("parameters")) {
                            described.add(method.toUpperCase() + " api" + path.getKey());
                          }
                        }));
    var there = new TreeSet<String>();
    console.administration.routes().stream()
        .filter(route -> route.path().startsWith("api/"))
        .forEach(route -> there.add(route.method() + " " + route.path()));

    assertThat(description.path("openapi").asText()).startsWith("3.1");
    assertThat(described).isEqualTo(there);
    assertReferencesLeadSomewhere(description, description);
  }

  private static void assertReferencesLeadSomewhere(JsonNode root, JsonNode node) {
    if (node.has("$ref")) {
      String pointer = node.path("$ref").asText().substring(1);
      assertThat(root.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
    node.forEach(child -> assertReferencesLeadSomewhere(root, child));
  }

  @Test
  void theDescriptionNamesTheRoleOfEveryRoute() {
    JsonNode paths = Console.json(console.admin(Ask.get("api/openapi.json"))).path("paths");
    console.administration.routes().stream()
        .filter(route -> route.path().startsWith("api/"))
        .forEach(
            route ->
                assertThat(
                        paths
                            .path(route.path().substring(3))
                            .path(route.method().toLowerCase())
                            .path("description")
                            .asText())
                    .as("%s", route)
                    .contains("role " + route.role().orElseThrow().word()));
  }
}
