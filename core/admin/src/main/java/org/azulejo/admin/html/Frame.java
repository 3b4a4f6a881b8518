package org.azulejo.admin.html;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.access.Visitor;

/** What is around every page. Immutable. */
public final class Frame {
  private final Template page = Template.named("frame.html");
  private final Template link = Template.named("frame-link.html");
  private final Template user = Template.named("frame-user.html");

  /** Where the navigation leads. */
  public enum Place {
    LAYERS("./", "Layers", Role.VIEWER),
    PLUGINS("plugins", "Plug-ins", Role.VIEWER),
    CONFIGURATION("configuration", "Configuration", Role.OPERATOR),
    AUDIT("audit", "Audit", Role.OPERATOR),
    USERS("users", "Users", Role.ADMIN);

    private final String address;
    private final String words;
    private final Role role;

    Place(String address, String words, Role role) {
      this.address = address;
      this.words = words;
      this.role = role;
    }
  }

  /**
   * A page.
   *
   * @param content as HTML
   */
  public String of(Visitor visitor, Place place, String title, String content) {
    return page.fill(fillings(visitor.csrf(), navigation(visitor, place), "", title, content));
  }

  /**
   * A page that is part of none of the places.
   *
   * @param up the way from it to the console's first page, such as {@code ../}; empty if beside it
   */
  public String alone(String up, String title, String content) {
    return page.fill(fillings("", "", up, title, content));
  }

  private static Map<String, String> fillings(
      String csrf, String navigation, String up, String title, String content) {
    var fillings = new LinkedHashMap<String, String>();
    fillings.put("csrf", csrf);
    fillings.put("navigation", navigation);
    fillings.put("up", up);
    fillings.put("title", title);
    fillings.put("content", content);
    return fillings;
  }

  private String navigation(Visitor visitor, Place current) {
    String links =
        Arrays.stream(Place.values())
            .filter(place -> visitor.may(place.role))
            .map(place -> link(place, place == current))
            .collect(Collectors.joining());
    return user.fill(
        Map.of(
            "links", links,
            "name", visitor.name(),
            "role", visitor.role().word(),
            "csrf", visitor.csrf()));
  }

  private String link(Place place, boolean isCurrent) {
    return link.fill(
        Map.of(
            "address", place.address,
            "words", place.words,
            "current", isCurrent ? "page" : "false"));
  }
}
