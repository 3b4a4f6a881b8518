package org.azulejo.admin.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.azulejo.admin.desk.Secrecy;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.api.OptionKey;

/** A value of JSON as the text of a field, and back. */
final class Values {
  private static final String NUMBER = "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?";

  private Values() {}

  /** The text, if a field of this type can hold the value without loss. */
  static Optional<String> text(OptionKey key, JsonNode value) {
    return switch (key.type()) {
      case SECTION, SECTIONS, CACHES -> Optional.empty();
      case FLAG ->
          Optional.of(value.asText())
              .filter(t -> t.matches("true|false") && !value.isContainerNode());
      case TEXTS -> value.isArray() ? lines(value) : line(value);
      case SECRET -> line(value).filter(text -> !text.equals(Secrecy.HIDDEN));
      default -> line(value);
    };
  }

  private static Optional<String> line(JsonNode value) {
    return Optional.of(value)
        .filter(node -> node.isValueNode() && !node.isNull())
        .map(JsonNode::asText)
        .filter(text -> !text.contains("\n"));
  }

  private static Optional<String> lines(JsonNode list) {
    List<String> lines = new ArrayList<>();
    for (JsonNode element : list) {
      Optional<String> line = line(element).filter(text -> !text.isBlank());
      if (line.isEmpty()) {
        return Optional.empty();
      }
      lines.add(line.get());
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  /** The value; what makes no sense stays a text, for the server to complain of. */
  static JsonNode value(OptionKey key, String text) throws Problem {
    return switch (key.type()) {
      case INTEGER, NUMBER ->
          text.strip().matches(NUMBER) ? Json.read(text.strip()) : json(text.strip());
      case FLAG -> text.matches("true|false") ? Json.read(text) : json(text);
      case TEXTS -> list(text.lines().filter(line -> !line.isBlank()).toList());
      default -> json(text);
    };
  }

  private static JsonNode list(List<String> lines) {
    if (lines.size() == 1) {
      return json(lines.get(0));
    }
    var list = Json.object().arrayNode();
    lines.forEach(list::add);
    return list;
  }

  private static JsonNode json(String text) {
    return Json.object().textNode(text);
  }
}
