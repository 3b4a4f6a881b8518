package org.azulejo.admin.repository;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.azulejo.admin.exchange.Problem;

/** Which jar of a Maven repository is meant. No text of it leads out of the repository. */
public record Coordinates(String group, String artifact, String version) {
  private static final int MOST_CHARACTERS = 300;
  private static final String NAME = "([A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*)";
  private static final Pattern GRAMMAR = Pattern.compile(NAME + ":" + NAME + ":" + NAME);

  /**
   * @param text {@code group:artifact:version}
   * @throws Problem 400 if it is something else, or a snapshot
   */
  public static Coordinates of(String text) throws Problem {
    Matcher matcher = GRAMMAR.matcher(text);
    if (text.length() > MOST_CHARACTERS || !matcher.matches()) {
      throw new Problem(
          400, "Expected group:artifact:version, each of letters, digits and . - _ + alone.");
    }
    var coordinates = new Coordinates(matcher.group(1), matcher.group(2), matcher.group(3));
    if (coordinates.version.toUpperCase(Locale.ROOT).endsWith("SNAPSHOT")) {
      throw new Problem(400, "Snapshots change; only releases are installed from the repository.");
    }
    return coordinates;
  }

  /** Where the jar is, from the root of the repository. */
  String path() {
    return "%s/%s/%s/%s-%s.jar"
        .formatted(group.replace('.', '/'), artifact, version, artifact, version);
  }

  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version;
  }
}
