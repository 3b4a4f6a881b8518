package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators edit the configuration by REST, and by hand as well. */
class EditingIT {
  private static final String CONFIGURATION =
      """
      # Our maps. Ask before you change anything.
      {
        "cache": {"name": "test"}, // nothing is kept
        "layers": {
          /* The ground. */
          "plain": {
            "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}, // blue
          },

          // A wall.
          "wall": {"provider": {"name": "sandwich", "stack": [{"color": "#654321"}]}}
        }
      }
      """;

  private static final String RED =
      """
      {"provider": {"name": "sandwich", "stack": [{"color": "#ff0000"}]}}""";

  private static final String GREEN = RED.replace("ff0000", "00ff00");

  @TempDir Path folder;
  private Home home;
  private Path file;
  private Server server;
  private Admin admin;

  @BeforeEach
  void startTheServer() throws Exception {
    home = Home.copiedTo(folder.resolve("azulejo"));
    file = home.configuration(CONFIGURATION);
    server = Server.start(home, file);
    admin = Admin.of(home, server);
  }

  @AfterEach
  void stopTheServer() throws Exception {
    server.close();
  }

  private Reply put(String layer, String section, String tag) throws Exception {
    return admin.send("PUT", Admin.layer(layer), section, "If-Match", tag);
  }

  private String tag() throws Exception {
    return admin.send("GET", "configuration", "").header("ETag");
  }

  private String text() throws Exception {
    return Files.readString(file);
  }

  @Test
  void aLayerComesChangesAndGoesAndCommentsStay() throws Exception {
    Reply added = put("roof", RED, tag());
    assertThat(added.status()).isEqualTo(201);
    assertThat(Admin.json(added).path("state").asText()).isEqualTo("active");
    assertThat(server.get("/roof/0/0/0.png").colour()).isEqualTo("ff0000");

    Reply changed = put("roof", GREEN, added.header("ETag"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(server.get("/roof/0/0/0.png").colour()).isEqualTo("00ff00");

    Reply painted = put("plain", GREEN, changed.header("ETag"));
    assertThat(server.get("/plain/0/0/0.png").colour()).isEqualTo("00ff00");
    assertThat(text())
        .contains("# Our maps. Ask", "// nothing is kept", "/* The ground. */", "// blue")
        .contains("// A wall.");

    Reply removed =
        admin.send("DELETE", Admin.layer("roof"), "", "If-Match", painted.header("ETag"));
    assertThat(removed.status()).isEqualTo(204);
    assertThat(server.get("/roof/0/0/0.png").status()).isEqualTo(404);
    assertThat(text()).isEqualTo(CONFIGURATION.replace("#123456", "#00ff00"));
    assertThat(Admin.pairs(admin.get("audit").path("entries"), "who", "what"))
        .containsExactly(
            "admin remove the layer \"roof\"",
            "admin put the layer \"plain\"",
            "admin put the layer \"roof\"",
            "admin put the layer \"roof\"");
  }

  @Test
  void anEditByHandInBetweenIsNotLost() throws Exception {
    String before = tag();
    String byHand = CONFIGURATION.replace("#123456", "#abcdef") + "// by hand\n";
    home.configuration(byHand);

    for (Reply refused :
        List.of(
            put("roof", RED, before),
            put("plain", RED, before),
            admin.send("DELETE", Admin.layer("wall"), "", "If-Match", before),
            admin.send("PUT", "configuration", CONFIGURATION, "If-Match", before))) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(412);
    }
    assertThat(put("roof", RED, "").status()).isEqualTo(412);
    assertThat(admin.send("PUT", Admin.layer("roof"), RED).status()).isEqualTo(428);
    assertThat(text()).isEqualTo(byHand);

    assertThat(put("roof", RED, tag()).status()).isEqualTo(201);
    assertThat(text()).contains("#abcdef", "// by hand", "\"roof\"");
    Eventually.that("both serve", () -> server.get("/plain/0/0/0.png").colour().equals("abcdef"));
    assertThat(server.get("/roof/0/0/0.png").colour()).isEqualTo("ff0000");

    String both = text();
    home.configuration(both + "// by hand again\n");
    Reply undo = admin.send("POST", "configuration/undo", "", "If-Match", tag());
    assertThat(undo.status()).isEqualTo(409);
    assertThat(text()).isEqualTo(both + "// by hand again\n");
  }

  @Test
  void editsAreUndoneOneAfterTheOther() throws Exception {
    put("roof", RED, tag());
    String first = text();
    put("roof", GREEN, tag());

    Reply undone = admin.send("POST", "configuration/undo", "", "If-Match", tag());
    assertThat(undone.status()).as(undone.text()).isEqualTo(200);
    assertThat(text()).isEqualTo(first);
    assertThat(server.get("/roof/0/0/0.png").colour()).isEqualTo("ff0000");

    undone = admin.send("POST", "configuration/undo", "", "If-Match", undone.header("ETag"));
    assertThat(Admin.json(undone).path("canUndo").asBoolean()).isFalse();
    assertThat(text()).isEqualTo(CONFIGURATION);
    assertThat(server.get("/roof/0/0/0.png").status()).isEqualTo(404);

    Reply none = admin.send("POST", "configuration/undo", "", "If-Match", tag());
    assertThat(none.status()).isEqualTo(409);
    assertThat(text()).isEqualTo(CONFIGURATION);
  }

  @Test
  void whatIsWrongIsRefusedAndChangesNothing() throws Exception {
    String broken = "{\"provider\": {\"name\": \"sandwich\"}}";
    Reply failing = put("plain", broken, tag());
    assertThat(failing.status()).isEqualTo(422);
    assertThat(failing.text()).contains("plain", "stack");
    assertThat(put("roof", "{\"provider\": ", tag()).status()).isIn(400, 422);
    assertThat(put("roof", "[1]", tag()).status()).isIn(400, 422);
    assertThat(put("no\u0000name", RED, tag()).status()).isIn(400, 422);
    assertThat(put("-roof", RED, tag()).status()).isIn(400, 422);
    assertThat(put("../roof", RED, tag()).status()).isIn(400, 422);
    assertThat(admin.send("DELETE", Admin.layer("none"), "", "If-Match", tag()).status())
        .isEqualTo(404);
    Reply oops = admin.send("PUT", "configuration", "{oops", "If-Match", tag());
    assertThat(oops.status()).isEqualTo(422);

    assertThat(text()).isEqualTo(CONFIGURATION);
    assertThat(server.get("/plain/0/0/0.png").colour()).isEqualTo("123456");
    JsonNode layers = admin.get("layers");
    assertThat(layers.has("problem")).isFalse();
    assertThat(Admin.pairs(layers.path("layers"), "name", "state"))
        .containsExactly("plain active", "wall active");
  }

  @Test
  void namesMayHoldSlashesAndLettersOfAnyScript() throws Exception {
    for (String name : List.of("old town/Gebäude", "地図/東京", "a&b?c#d%e+f", "x/y/z")) {
      Reply added = put(name, RED, tag());
      assertThat(added.status()).as(added.text()).isEqualTo(201);
      assertThat(admin.get(Admin.layer(name)).path("name").asText()).isEqualTo(name);
      String tile = "/" + Admin.layer(name).substring("layers/".length()) + "/0/0/0.png";
      assertThat(server.get(tile.replace("%2F", "/")).status()).as(tile).isEqualTo(200);
      assertThat(text()).contains('"' + name + '"');
      Reply removed = admin.send("DELETE", Admin.layer(name), "", "If-Match", tag());
      assertThat(removed.status()).isEqualTo(204);
      assertThat(text()).isEqualTo(CONFIGURATION);
    }
    Reply whole = put("x/y", RED, tag());
    assertThat(admin.send("GET", "layers/x/y", "").status()).isEqualTo(200);
    assertThat(whole.status()).isEqualTo(201);
  }
}
