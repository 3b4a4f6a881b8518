package org.azulejo.engine.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;

/**
 * Writes values in the way of the text that they come into: its line ends, its indentation, and
 * what is short on one line.
 *
 * @param step by which each level is indented
 * @param isOneLine whether the text is a single line, and so shall be what comes into it
 */
record Rendering(JsonMapper mapper, String lineEnd, String step, boolean isOneLine) {
  private static final int MOST_COLUMNS = 100;

  static Rendering like(String text, Outline root, JsonMapper mapper) {
    var gaps = new Gaps(text);
    String step =
        root.entries().stream()
            .map(Outline.Entry::start)
            .filter(gaps::startsLine)
            .map(gaps::indentation)
            .filter(indentation -> !indentation.isEmpty())
            .findFirst()
            .orElse("  ");
    boolean isOneLine =
        !root.entries().isEmpty()
            && text.substring(root.start(), root.end())
                .chars()
                .noneMatch(c -> c == '\n' || c == '\r');
    return new Rendering(mapper, LineEnds.of(text), step, isOneLine);
  }

  /** A member with its name. */
  String member(String name, JsonNode value, Spot spot) {
    String start = scalar(name) + ": ";
    return start + value(value, spot.after(start.length()));
  }

  String value(JsonNode value, Spot spot) {
    String line = line(value);
    return value.isEmpty() || isOneLine || spot.holds(value, line.length())
        ? line
        : broken(value, spot.within(step));
  }

  private String broken(JsonNode value, Spot inside) {
    String separator = lineEnd + inside.indentation;
    String end = lineEnd + inside.indentation.substring(step.length());
    return value.isObject()
        ? value.properties().stream()
            .map(member -> member(member.getKey(), member.getValue(), inside))
            .collect(Collectors.joining("," + separator, "{" + separator, end + "}"))
        : value
            .valueStream()
            .map(element -> value(element, inside))
            .collect(Collectors.joining("," + separator, "[" + separator, end + "]"));
  }

  private String line(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(member -> scalar(member.getKey()) + ": " + line(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (value.isArray()) {
      return value.valueStream().map(this::line).collect(Collectors.joining(", ", "[", "]"));
    }
    return scalar(value);
  }

  private String scalar(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read as JSON cannot be written as such.", e);
    }
  }

  /**
   * Where something is to be written.
   *
   * @param depth 0 for the whole, 1 for what stands at its keys, and so on
   * @param indentation of the line
   * @param column behind what stands in the line already
   */
  record Spot(int depth, String indentation, int column) {
    static Spot at(int place, Gaps gaps, int depth) {
      return new Spot(depth, gaps.indentation(place), place - gaps.lineStart(place));
    }

    private Spot after(int length) {
      return new Spot(depth, indentation, column + length);
    }

    private Spot within(String step) {
      String deeper = indentation + step;
      return new Spot(depth + 1, deeper, deeper.length());
    }

    /** The outer two levels are laid out in lines unless there is hardly anything in them. */
    private boolean holds(JsonNode value, int length) {
      boolean isFlat = value.valueStream().noneMatch(JsonNode::isContainerNode);
      return (depth >= 2 || isFlat) && column + length <= MOST_COLUMNS;
    }
  }
}
