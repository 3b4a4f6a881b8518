package org.azulejo.admin.access;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users as a text: a line for each with name, role, digest of the token, and when it was made.
 */
record UsersFile(OwnersFile file) {
  private static final Logger log = LoggerFactory.getLogger(UsersFile.class);
  private static final String HEAD =
      """
      # Who may use the console: name, role, SHA-256 of the token, when it was made. Tokens are made
      # by the server and not kept. Remove this file and restart for a new token of the user admin.
      """;

  boolean exists() {
    return file.exists();
  }

  /**
   * @throws IOException with a sentence, if a line is none of ours
   */
  Map<String, User> read() throws IOException {
    if (file.close()) {
      log.warn("Others could read {}; now only its owner can.", file.path());
    }
    var users = new LinkedHashMap<String, User>();
    for (String line : file.read().lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        User user = user(line);
        users.put(user.name(), user);
      }
    }
    return users;
  }

  void write(Map<String, User> users) throws IOException {
    file.write(
        users.values().stream().map(UsersFile::line).collect(Collectors.joining("", HEAD, "")));
  }

  private static String line(User user) {
    return "%s %s %s %s%n".formatted(user.name(), user.role().word(), user.digest(), user.made());
  }

  private static User user(String line) throws IOException {
    String[] words = line.strip().split("\\s+");
    try {
      if (words.length == 4 && User.isName(words[0]) && words[2].matches("[0-9a-f]{64}")) {
        Role role = Role.of(words[1]).orElseThrow(IllegalArgumentException::new);
        return new User(words[0], role, words[2], Instant.parse(words[3]));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // Said below.
    }
    throw new IOException(
        "the line of \"%s\" is not: name, viewer, operator or admin, SHA-256, time"
            .formatted(words[0]));
  }
}
