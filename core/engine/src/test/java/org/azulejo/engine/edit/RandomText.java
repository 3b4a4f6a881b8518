package org.azulejo.engine.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up JSON with comments wherever there may be some, and changes of it. */
final class RandomText {
  private static final List<String> NAMES =
      List.of("a", "b", "layers", "a\\\"b", "/* c */", "\\u00e9", "ü", "\uD83D\uDDFA", "");
  private static final List<String> SCALARS =
      List.of(
          "0",
          "-1.5",
          "1e3",
          "true",
          "null",
          "\"\"",
          "\"//\"",
          "\"a \\\\\"",
          "\"}],#\"",
          "\"漢\\n\"");
  private static final List<String> GAPS =
      List.of(
          "",
          "",
          "",
          " ",
          "\t",
          "\n",
          "\n  ",
          "\n\n",
          " /* %s */ ",
          " // %s\n",
          "\n  # %s\n  ",
          "\n  /* \" %s\n { */\n");
  private static final int MOST_DEPTH = 4;

  private final Random random;
  private int marks;

  RandomText(Random random) {
    this.random = random;
  }

  /** Stands nowhere else. */
  String mark() {
    return "<%d>".formatted(marks++);
  }

  /** With gaps before and after. */
  String text() {
    return gap() + object() + gap();
  }

  String object() {
    return object(0);
  }

  private String value(int depth) {
    return switch (depth == MOST_DEPTH ? 9 : random.nextInt(10)) {
      case 0, 1, 2, 3 -> object(depth);
      case 4, 5 -> entries(depth, "[", "]", this::value);
      default -> one(SCALARS);
    };
  }

  private String object(int depth) {
    return entries(
        depth, "{", "}", inner -> '"' + one(NAMES) + '"' + gap() + ":" + gap() + value(inner));
  }

  private String entries(int depth, String start, String end, IntFunction<String> entry) {
    int size = random.nextInt(5);
    String comma = size > 0 && random.nextInt(4) == 0 ? "," + gap() : "";
    return IntStream.range(0, size)
        .mapToObj(i -> gap() + entry.apply(depth + 1) + gap())
        .collect(Collectors.joining(",", start + gap(), comma + end));
  }

  private String gap() {
    return one(GAPS).formatted(mark());
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A value without a text. */
  JsonNode value() {
    return switch (random.nextInt(5)) {
      case 0 -> JsonNodeFactory.instance.objectNode().put("x", 1).set("y", value());
      case 1 -> JsonNodeFactory.instance.arrayNode().add("long ".repeat(30)).add(value());
      case 2 -> JsonNodeFactory.instance.objectNode();
      case 3 -> JsonNodeFactory.instance.numberNode(random.nextInt(3));
      default -> JsonNodeFactory.instance.textNode("#");
    };
  }

  /** The same with some changes. */
  JsonNode changed(JsonNode json) {
    if (json instanceof ObjectNode object) {
      return changed(object);
    }
    return json instanceof ArrayNode list ? changed(list) : random.nextBoolean() ? json : value();
  }

  private JsonNode changed(ObjectNode object) {
    var changed = JsonNodeFactory.instance.objectNode();
    for (var member : object.properties()) {
      if (random.nextInt(4) > 0) {
        changed.set(member.getKey(), changedOrNot(member.getValue()));
      }
    }
    return random.nextBoolean() ? changed : changed.set("new " + random.nextInt(3), value());
  }

  private JsonNode changed(ArrayNode list) {
    var changed = JsonNodeFactory.instance.arrayNode();
    for (JsonNode element : list) {
      switch (random.nextInt(5)) {
        case 0 -> {}
        case 1 -> changed.add(value()).add(element);
        default -> changed.add(changedOrNot(element));
      }
    }
    return random.nextInt(3) > 0 ? changed : changed.add(value());
  }

  private JsonNode changedOrNot(JsonNode json) {
    return random.nextInt(3) > 0 ? json : random.nextInt(4) == 0 ? value() : changed(json);
  }
}
