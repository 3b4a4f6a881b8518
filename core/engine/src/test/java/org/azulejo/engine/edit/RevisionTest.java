package org.azulejo.engine.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.azulejo.engine.configuration.ConfigurationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {
  private static final String TEXT =
      """
      // The world.
      {
        "logging": "info",  # not more

        "layers": {
          // Tiles from a file.
          "world": {
            "provider": {"name": "mbtiles", "tileset": "world.mbtiles"}, // the file
            /* where it opens */
            "preview": {"lat": 25.0, "lon": 10, "zoom": 2},
          },

          // Two of the same.
          "a": {"provider": {"name": "x"}},
          "b": {"provider": {"name": "x"}}, // the second

          // Old paper.
          // On two lines.
          "sandwich": {
            "provider": {
              "name": "sandwich",
              "stack": [
                {"src": "world"},
                // like old paper
                {"color": "#f5deb3", "mode": "multiply"}
              ]
            }
          }
        }
      }
      """;

  private final JsonMapper mapper = ConfigurationReader.mapper();

  private String revised(String text, Consumer<ObjectNode> edit) throws IOException {
    ObjectNode wanted = (ObjectNode) mapper.readTree(text);
    edit.accept(wanted);
    String revised = Revision.of(text, wanted, mapper);
    assertThat(mapper.readTree(revised)).isEqualTo(wanted);
    return revised;
  }

  private void becomes(String before, String wanted, String after) throws IOException {
    assertThat(Revision.of(before, mapper.readTree(wanted), mapper)).isEqualTo(after);
  }

  private JsonNode json(String text) {
    return ConfigurationReader.parse(text.getBytes(UTF_8), mapper);
  }

  private static ObjectNode layers(ObjectNode root) {
    return (ObjectNode) root.get("layers");
  }

  @Test
  void whatIsTheSameStaysAsItIs() throws Exception {
    assertThat(revised(TEXT, root -> {})).isEqualTo(TEXT);
  }

  @Test
  void aChangedValueIsAllThatChanges() throws Exception {
    assertThat(
            revised(TEXT, root -> ((ObjectNode) root.at("/layers/world/preview")).put("zoom", 3)))
        .isEqualTo(TEXT.replace("\"zoom\": 2", "\"zoom\": 3"));
  }

  @Test
  void aLayerComesLastInLinesOfItsOwn() throws Exception {
    assertThat(
            revised(
                TEXT,
                root ->
                    layers(root)
                        .set("new", json("{'provider': {'name': 'x'}}".replace('\'', '"')))))
        .isEqualTo(
            TEXT.replace(
                "      }\n    }\n  }\n}",
                """
                      }
                    },
                    "new": {"provider": {"name": "x"}}
                  }
                }"""));
  }

  @Test
  void aLongLayerIsLaidOutInLines() throws Exception {
    String section =
        """
        {"provider": {"name": "sandwich", "stack": [{"src": "a long name"}, {"src": "another"}]},
         "preview": {"lat": 1.50, "lon": 2}}
        """;
    assertThat(revised(TEXT, root -> layers(root).set("new", json(section))))
        .contains(
            """
                "new": {
                  "provider": {"name": "sandwich", "stack": [{"src": "a long name"}, {"src": "another"}]},
                  "preview": {"lat": 1.5, "lon": 2}
                }
              }
            """);
  }

  @Test
  void aLayerGoesWithItsComment() throws Exception {
    assertThat(revised(TEXT, root -> layers(root).remove("sandwich")))
        .isEqualTo(
            TEXT.substring(0, TEXT.indexOf("    // Old paper"))
                    .replace("}}, // the second", "}} // the second")
                + "  }\n}\n");
    assertThat(revised(TEXT, root -> layers(root).remove("world")))
        .contains("\"layers\": {\n\n    // Two")
        .doesNotContain("from a file", "opens");
  }

  @Test
  void aCommentThatMayBeAboutMoreStays() throws Exception {
    assertThat(revised(TEXT, root -> layers(root).remove("a")))
        .isEqualTo(TEXT.replace("    \"a\": {\"provider\": {\"name\": \"x\"}},\n", ""));
    assertThat(revised(TEXT, root -> layers(root).remove("b")))
        .isEqualTo(
            TEXT.replace("    \"b\": {\"provider\": {\"name\": \"x\"}}, // the second\n", ""));
  }

  @Test
  void ofAListOnlyWhatChangedIsTouched() throws Exception {
    String stack = "/layers/sandwich/provider/stack";
    assertThat(revised(TEXT, root -> root.withArray(stack).addObject().put("src", "b")))
        .isEqualTo(TEXT.replace("\"multiply\"}\n", "\"multiply\"},\n          {\"src\": \"b\"}\n"));
    assertThat(revised(TEXT, root -> root.withArray(stack).insertObject(0).put("src", "b")))
        .isEqualTo(
            TEXT.replace(
                "{\"src\": \"world\"}", "{\"src\": \"b\"},\n          {\"src\": \"world\"}"));
    assertThat(revised(TEXT, root -> root.withArray(stack).insertObject(1).put("src", "b")))
        .isEqualTo(
            TEXT.replace(
                "{\"src\": \"world\"},\n", "{\"src\": \"world\"},\n          {\"src\": \"b\"},\n"));
    assertThat(revised(TEXT, root -> root.withArray(stack).remove(0)))
        .isEqualTo(TEXT.replace("          {\"src\": \"world\"},\n", ""));
    assertThat(revised(TEXT, root -> root.withArray(stack).remove(1)))
        .isEqualTo(
            TEXT.replace("{\"src\": \"world\"},", "{\"src\": \"world\"}")
                .replaceFirst("          // like old paper\n.*\n", ""));
  }

  @Test
  void everythingMayGoFromAnObject() throws Exception {
    assertThat(
            revised("{\n  \"layers\": {\n    \"a\": {} // one\n  }\n}", r -> layers(r).removeAll()))
        .isEqualTo("{\n  \"layers\": {\n  }\n}");
    assertThat(revised("{\"layers\": { \"a\": {} }}", r -> layers(r).removeAll()))
        .isEqualTo("{\"layers\": { }}");
    assertThat(revised("{\"layers\": {\"a\": {}, /* b */ \"b\": {},}}", r -> layers(r).removeAll()))
        .isEqualTo("{\"layers\": {/* b */}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"layers\": {}}",
        "{\n}",
        "{\n  \"layers\": {\n  }\n}",
        "{ # nothing yet\n}",
        "{\"layers\": { // nothing yet\n}}",
        "/* a */ { /* b */ } // c",
        "{\"layers\": { /* nothing */ /* yet */ }}",
      })
  void theFirstLayerMayCome(String text) throws Exception {
    String revised =
        revised(text, root -> root.withObject("/layers").putObject("world").put("tile height", 1));
    Pattern.compile("/[*].*?[*]/|//.*|#.*")
        .matcher(text)
        .results()
        .forEach(comment -> assertThat(revised).contains(comment.group()));
  }

  @Test
  void anEmptyConfigurationIsLaidOutInLines() throws Exception {
    becomes(
        "{}",
        "{\"layers\": {\"a\": {\"provider\": {}}}}",
        """
        {
          "layers": {
            "a": {"provider": {}}
          }
        }""");
    becomes(
        "{\n\t\"cache\": {\"name\": \"disk\"} // where\n}\n",
        "{\"cache\": {\"name\": \"disk\"}, \"layers\": {\"a\": {\"provider\": {}}}}",
        "{\n\t\"cache\": {\"name\": \"disk\"}, // where\n\t\"layers\": {\n\t\t\"a\": {\"provider\": {}}\n\t}\n}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1, \"b\": 2, \"c\": 3}   | {\"b\": 2, \"c\": 3} | {\"b\": 2, \"c\": 3}",
        "{\"a\": 1, \"b\": 2, \"c\": 3}   | {\"a\": 1, \"c\": 3} | {\"a\": 1, \"c\": 3}",
        "{\"a\": 1, \"b\": 2, \"c\": 3}   | {\"a\": 1, \"b\": 2} | {\"a\": 1, \"b\": 2}",
        "{\"a\": 1, \"b\": 2, \"c\": 3, } | {\"a\": 1}           | {\"a\": 1, }",
        "{\"a\": 1, \"b\": 2, \"c\": 3}   | {\"a\": 1, \"d\": 4} | {\"a\": 1, \"d\": 4}",
        "{\"a\": 1}                       | {\"a\": 1, \"b\": 2} | {\"a\": 1, \"b\": 2}",
        "{\"a\": 1,}                      | {\"a\": 1, \"b\": 2} | {\"a\": 1, \"b\": 2,}",
        "{\"a\":[1,2]}                    | {\"a\": [1, 2, 3]}   | {\"a\":[1,2, 3]}",
        "{\"a\": 1 /* one */}             | {\"a\": 1, \"b\": 2} | {\"a\": 1, \"b\": 2 /* one */}",
        "{\"a\": 1 /*,*/ , \"b\": 2}      | {\"b\": 2}           | { /*,*/  \"b\": 2}",
        "{\"a\": {\"b\": 1}}              | {\"a\": {\"c\": 2}}  | {\"a\": {\"c\": 2}}",
        "{\"a\": 1e2, \"b\" : 0}          | {\"a\": 1e2, \"b\": \"x\"} | {\"a\": 1e2, \"b\" : \"x\"}",
      })
  void aLineStaysALine(String before, String wanted, String after) throws Exception {
    becomes(before, wanted, after);
  }

  @Test
  void commasMayBeginLines() throws Exception {
    String text = "{ \"a\": 1\n, \"b\": 2 // two\n, \"c\": 3\n}";
    becomes(text, "{\"a\": 1, \"c\": 3}", "{ \"a\": 1\n, // two\n \"c\": 3\n}");
    becomes(text, "{\"b\": 2, \"c\": 3}", "{ \"b\": 2 // two\n, \"c\": 3\n}");
    becomes(text, "{\"a\": 1, \"b\": 2}", "{ \"a\": 1\n, \"b\": 2 // two\n\n}");
  }

  @Test
  void theLastOfTwoMembersOfOneNameCountsAndBothGoTogether() throws Exception {
    String text = "{\"a\": {\"x\": 1}, \"b\": 2, \"a\": {\"x\": 3}}";
    becomes(text, "{\"a\": {\"x\": 4}, \"b\": 2}", text.replace('3', '4'));
    becomes(text, "{\"b\": 2}", "{\"b\": 2}");
    becomes(
        "{\"layers\": {\"a\": {}}, \"layers\": {\"b\": {}}}",
        "{\"layers\": {\"b\": {}, \"c\": {}}}",
        "{\"layers\": {\"a\": {}}, \"layers\": {\"b\": {}, \"c\": {}}}");
  }

  @Test
  void namesMayBeAnything() throws Exception {
    for (String name :
        new String[] {"", "\"", "a/b", "\\", "// no", "\n", "ü 漢 \uD83D\uDDFA", "layers", "#"}) {
      String added = revised(TEXT, root -> layers(root).putObject(name).put("tile height", 1));
      assertThat(revised(added, root -> layers(root).remove(name))).isEqualTo(TEXT);
    }
  }

  @Test
  void aLayerIsNotMistakenForAKeyOfTheSameName() throws Exception {
    String text =
        "{\"cache\": {\"layers\": {\"layers\": 1}}, \"layers\": {\"cache\": {\"layers\": 2}}}";
    assertThat(revised(text, root -> layers(root).putObject("layers")))
        .isEqualTo(text.replace("2}}", "2}, \"layers\": {}}"));
    assertThat(revised(text, root -> layers(root).remove("cache")))
        .isEqualTo(text.replace("{\"cache\": {\"layers\": 2}}", "{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEndsStayAsTheyAre(String lineEnd) throws Exception {
    String text = TEXT.replace("\n", lineEnd);
    String revised =
        revised(
            text,
            root -> {
              layers(root).remove("a");
              layers(root).set("new", json(TEXT).get("layers").get("sandwich"));
            });
    assertThat(revised.replace(lineEnd, "")).doesNotContain("\n", "\r");
    assertThat(revised).endsWith("}" + lineEnd);
    assertThat(revised(text.stripTrailing(), root -> layers(root).remove("a"))).endsWith("}");
  }

  @Test
  void whatIsInStringsIsNoComment() throws Exception {
    String text = "{\"a\": \"/* \\\" // #\", \"b\": [\"# \\\\\", \"//\"], \"c\": \"\\u002f*\"}";
    becomes(
        text,
        "{\"a\": \"/* \\\" // #\", \"b\": [\"# \\\\\"], \"d\": \"*/\"}",
        "{\"a\": \"/* \\\" // #\", \"b\": [\"# \\\\\"], \"d\": \"*/\"}");
  }

  @Test
  void whatIsNestedAsDeepAsMayBeIsChangedInPlace() throws Exception {
    String text = "{\"a\": [".repeat(490) + "1 // one\n" + "]}".repeat(490);
    becomes(text, text.replace("1", "2"), text.replace("1", "2"));
  }
}
