package org.azulejo.admin.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.admin.exchange.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may use the console, kept in a file. Safe for many threads. */
public final class Users {
  private static final Logger log = LoggerFactory.getLogger(Users.class);
  private static final int MOST = 1000;

  private final UsersFile file;
  private final Tokens tokens;
  private final InstantSource clock;
  private volatile Map<String, User> users;

  private Users(UsersFile file, Tokens tokens, InstantSource clock, Map<String, User> users) {
    this.file = file;
    this.tokens = tokens;
    this.clock = clock;
    this.users = users;
  }

  /**
   * The users in this file. If there is none yet, it is made, with a user {@code admin}.
   *
   * @param welcome told that user's token, the only time
   * @throws IOException if the file cannot be read or made
   */
  public static Users open(Path path, Tokens tokens, InstantSource clock, Welcome welcome)
      throws IOException {
    var file = new UsersFile(new OwnersFile(path));
    if (file.exists()) {
      return new Users(file, tokens, clock, file.read());
    }
    var users = new Users(file, tokens, clock, Map.of());
    welcome.token(users.put("admin", Role.ADMIN));
    return users;
  }

  /** Hears of the first token. */
  @FunctionalInterface
  public interface Welcome {
    void token(String token) throws IOException;
  }

  public List<User> all() {
    return List.copyOf(users.values());
  }

  public Optional<User> named(String name) {
    return Optional.ofNullable(users.get(name));
  }

  /** Whose token this is. Compares with that of every user, whether one was found or not. */
  Optional<User> withToken(String token) {
    String digest = Tokens.digest(token);
    Optional<User> found = Optional.empty();
    for (User user : users.values()) {
      if (Tokens.areSame(user.digest(), digest)) {
        found = Optional.of(user);
      }
    }
    return found;
  }

  /**
   * Adds a user.
   *
   * @return the token, which nobody can ask for again
   * @throws Problem 409 if there is one of that name, 422 if it is no name
   */
  public synchronized String add(String name, Role role) throws Problem {
    if (!User.isName(name)) {
      throw new Problem(
          422, "A name is 1 to 64 letters, digits, or any of . _ @ - and begins with the former.");
    } else if (users.containsKey(name)) {
      throw new Problem(409, "There is a user \"%s\" already.".formatted(name));
    } else if (users.size() >= MOST) {
      throw new Problem(409, "There are %d users already; remove one first.".formatted(MOST));
    }
    try {
      return put(name, role);
    } catch (IOException e) {
      throw unkept(e);
    }
  }

  /**
   * Removes a user; the token and all sessions end at once.
   *
   * @throws Problem 404 if there is none, 409 if nobody could manage users any more
   */
  public synchronized void remove(String name) throws Problem {
    if (!users.containsKey(name)) {
      throw new Problem(404, "There is no user \"%s\".".formatted(name));
    }
    var fewer = new LinkedHashMap<>(users);
    fewer.remove(name);
    if (fewer.values().stream().noneMatch(user -> user.role() == Role.ADMIN)) {
      throw new Problem(409, "\"%s\" is the last admin; add another one first.".formatted(name));
    }
    try {
      keep(fewer);
    } catch (IOException e) {
      throw unkept(e);
    }
  }

  private String put(String name, Role role) throws IOException {
    String token = tokens.next();
    var more = new LinkedHashMap<>(users);
    more.put(name, new User(name, role, Tokens.digest(token), clock.instant()));
    keep(more);
    return token;
  }

  private void keep(Map<String, User> changed) throws IOException {
    file.write(changed);
    users = Collections.unmodifiableMap(changed);
  }

  private Problem unkept(IOException e) {
    log.error("The users could not be written to {}.", file.file().path(), e);
    return new Problem(500, "The users could not be written to their file; the log says why.");
  }
}
