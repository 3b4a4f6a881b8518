package org.azulejo.admin.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.IntStream;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;

/**
 * Puts what is hidden from people back in its place. They see a section without its secrets, change
 * it, and send it back: whatever is still as it was shown is taken from the file as it stands
 * there.
 */
public final class Secrecy {
  /** What is shown in the place of a secret. */
  public static final String HIDDEN = "(hidden)";

  private Secrecy() {}

  /**
   * @param edited what came back
   * @param shown what was shown
   * @param raw what that was made of
   * @throws Problem 422 if something is hidden of which nothing is known
   */
  static JsonNode restore(JsonNode edited, JsonNode shown, JsonNode raw) throws Problem {
    if (edited.equals(shown)) {
      return raw;
    } else if (edited.isObject()) {
      return object(edited, shown, raw);
    } else if (edited.isArray()) {
      return list(edited, shown, raw);
    }
    return complete(edited);
  }

  private static JsonNode object(JsonNode edited, JsonNode shown, JsonNode raw) throws Problem {
    ObjectNode whole = Json.object();
    for (Map.Entry<String, JsonNode> member : edited.properties()) {
      String key = member.getKey();
      whole.set(key, restore(member.getValue(), shown.path(key), raw.path(key)));
    }
    return whole;
  }

  /** Elements may have moved: each is looked for at its place, and then at the others. */
  private static JsonNode list(JsonNode edited, JsonNode shown, JsonNode raw) throws Problem {
    ArrayNode whole = Json.object().arrayNode();
    boolean isSameLength = edited.size() == shown.size();
    for (int i = 0; i < edited.size(); i++) {
      JsonNode element = edited.get(i);
      int place = element.equals(shown.path(i)) ? i : indexOf(element, shown);
      if (place >= 0) {
        whole.add(raw.path(place));
      } else {
        whole.add(isSameLength ? restore(element, shown.path(i), raw.path(i)) : complete(element));
      }
    }
    return whole;
  }

  private static int indexOf(JsonNode element, JsonNode list) {
    return IntStream.range(0, list.size())
        .filter(i -> list.get(i).equals(element))
        .findFirst()
        .orElse(-1);
  }

  /**
   * The same, as nothing is hidden in it.
   *
   * @throws Problem 422 if something is
   */
  static JsonNode complete(JsonNode edited) throws Problem {
    if (edited.isTextual() && edited.asText().contains(HIDDEN)) {
      throw new Problem(
          422, "\"%s\": what is hidden here must be written anew.".formatted(edited.asText()));
    }
    for (JsonNode child : edited) {
      complete(child);
    }
    return edited;
  }

  /** Hides every value there is. */
  static JsonNode hidden(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? value : Json.object().textNode(HIDDEN);
  }
}
