package org.azulejo.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.azulejo.engine.configuration.ConfigurationReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text, and whatever the edit. */
class RandomRevisionTest {
  private static final Pattern COMMENT = Pattern.compile("<\\d+>");

  private final JsonMapper mapper = ConfigurationReader.mapper();

  /** The start values of random texts, each with an edit. */
  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTextSaysWhatIsWanted(long seed) throws Exception {
    var random = new RandomText(new Random(seed));
    String text = random.text();
    JsonNode wanted = random.changed(mapper.readTree(text));
    String revised = Revision.of(text, wanted, mapper);
    assertThat(mapper.readTree(revised)).as("%s%n->%n%s", text, revised).isEqualTo(wanted);
    assertThat(Revision.of(revised, wanted, mapper)).isEqualTo(revised);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsAddedTakesNothingAway(long seed) throws Exception {
    var random = new RandomText(new Random(seed));
    String text = random.text();
    var wanted = (ObjectNode) mapper.readTree(text);
    wanted.set("something new", random.value());
    String revised = Revision.of(text, wanted, mapper);
    assertThat(mapper.readTree(revised)).isEqualTo(wanted);
    assertIsWithin(text, revised);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsAddedAndTakenAwayAgainLeavesNoTrace(long seed) throws Exception {
    var random = new RandomText(new Random(seed));
    String text = random.text();
    var wanted = (ObjectNode) mapper.readTree(text);
    JsonNode before = wanted.deepCopy();
    wanted.set("something new", random.value());
    String revised = Revision.of(Revision.of(text, wanted, mapper), before, mapper);
    assertThat(mapper.readTree(revised)).isEqualTo(before);
    assertThat(comments(revised)).isEqualTo(comments(text));
    assertThat(revised.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofALayerThatGoesEverythingElseStays(long seed) throws Exception {
    var random = new RandomText(new Random(seed));
    List<String> layers =
        Stream.of("a", "b", "c")
            .map(name -> "  // %s\n  \"%s\": %s,\n".formatted(random.mark(), name, random.object()))
            .toList();
    String text = "{\n" + String.join("\n", layers) + "}\n";
    for (int i = 0; i < 3; i++) {
      var wanted = (ObjectNode) mapper.readTree(text);
      wanted.remove(List.of("a", "b", "c").get(i));
      assertThat(Revision.of(text, wanted, mapper)).isEqualTo(text.replace(layers.get(i), ""));
    }
  }

  /** Every character is still there, in order. */
  private static void assertIsWithin(String text, String revised) {
    int at = 0;
    for (char c : text.toCharArray()) {
      if (!Character.isWhitespace(c)) {
        at = revised.indexOf(c, at) + 1;
        assertThat(at).as("%s%n->%n%s", text, revised).isPositive();
      }
    }
  }

  private static List<String> comments(String text) {
    return COMMENT.matcher(text).results().map(MatchResult::group).toList();
  }
}
