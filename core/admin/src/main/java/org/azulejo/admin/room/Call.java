package org.azulejo.admin.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.exchange.Body;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.web.WebRequest;

/**
 * A request that is let in.
 *
 * @param name what stands in the gap of the route's path; empty if there is none
 */
public record Call(WebRequest request, Visitor visitor, String name) {
  private static final int MOST_SMALL = 1 << 16;
  private static final int MOST_TEXT = 4 << 20;

  /** The value of a parameter of the address; empty if there is none. */
  public String parameter(String name) {
    return request.parameter(name).orElse("");
  }

  /** A long JSON text, as it was sent. */
  public String text() throws Problem {
    Body.require(request, Json.MEDIA_TYPE);
    return Body.text(request, MOST_TEXT);
  }

  /**
   * A short JSON object.
   *
   * @param fields that may be in it, all texts
   * @throws Problem 400 if there are others
   */
  public ObjectNode object(String... fields) throws Problem {
    Body.require(request, Json.MEDIA_TYPE);
    ObjectNode object = Json.object(Body.text(request, MOST_SMALL));
    List<String> known = List.of(fields);
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new Problem(
            400, "Unknown field \"%s\"; known: %s.".formatted(name, String.join(", ", known)));
      } else if (!object.get(name).isTextual()) {
        throw new Problem(400, "%s: expected a text, found %s.".formatted(name, object.get(name)));
      }
    }
    return object;
  }

  /** What {@code If-Match} names, without the quotes; empty if it is not there. */
  public Optional<String> match() {
    return request.header("if-match").map(tag -> tag.strip().replaceAll("^(W/)?\"|\"$", ""));
  }
}
