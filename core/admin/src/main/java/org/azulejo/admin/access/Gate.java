package org.azulejo.admin.access;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.web.WebRequest;

/** Knows who sent a request: by a bearer token, or by the cookie of a session. */
public final class Gate {
  private static final String COOKIE = "azulejo-admin";
  private static final String PATH = "/admin/";

  private final Users users;
  private final Sessions sessions;
  private final Throttle throttle;

  public Gate(Users users, Tokens tokens, InstantSource clock) {
    this.users = users;
    this.sessions = new Sessions(tokens, clock);
    this.throttle = new Throttle(clock);
  }

  /**
   * Who sent it.
   *
   * @param isUse whether this keeps a session from ending idle
   * @throws Problem 401 if nobody that is known, 429 if there were too many tries
   */
  public Visitor enter(WebRequest request, boolean isUse) throws Problem {
    if (request.headers().containsKey("authorization")) {
      return Visitor.of(user(request, bearer(request)), request.peer(), Optional.empty());
    }
    return session(request, isUse)
        .flatMap(session -> visitor(request, session))
        .orElseThrow(() -> unknown("Say who you are: log in, or send a bearer token."));
  }

  /** A session ends with its user, and follows a change of the role. */
  private Optional<Visitor> visitor(WebRequest request, Session session) {
    return users
        .named(session.user().name())
        .filter(user -> user.digest().equals(session.user().digest()))
        .map(user -> Visitor.of(user, request.peer(), Optional.of(session)));
  }

  /**
   * Begins a session.
   *
   * @throws Problem 401 if the token is nobody's, 429 if there were too many tries
   */
  public Entrance logIn(WebRequest request, String token) throws Problem {
    User user = user(request, token);
    String cookie = cookie(request, sessions.begin(user), (int) Session.ABSOLUTE.toSeconds());
    return new Entrance(Visitor.of(user, request.peer(), Optional.empty()), cookie);
  }

  /**
   * A session that has begun.
   *
   * @param cookie the header {@code Set-Cookie}
   */
  public record Entrance(Visitor visitor, String cookie) {}

  /**
   * Ends a session.
   *
   * @return the header {@code Set-Cookie}
   */
  public String logOut(WebRequest request, Visitor visitor) {
    visitor.session().ifPresent(sessions::end);
    return cookie(request, "", 0);
  }

  private User user(WebRequest request, String token) throws Problem {
    throttle.check(request.peer());
    Optional<User> user = users.withToken(token);
    if (user.isEmpty()) {
      throttle.fail(request.peer());
      throw unknown("This token is nobody's.");
    }
    return user.get();
  }

  private static String bearer(WebRequest request) throws Problem {
    String header = request.header("authorization").orElse("");
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw unknown("Send the header Authorization: Bearer TOKEN.");
    }
    return header.substring(7).strip();
  }

  private static Problem unknown(String sentence) {
    return new Problem(401, sentence, Map.of("WWW-Authenticate", "Bearer realm=\"Azulejo\""));
  }

  private Optional<Session> session(WebRequest request, boolean isUse) {
    return request.headers().getOrDefault("cookie", List.of()).stream()
        .flatMap(header -> Arrays.stream(header.split(";")))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .map(cookie -> sessions.find(cookie.substring(COOKIE.length() + 1), isUse))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String cookie(WebRequest request, String key, int seconds) {
    boolean isSecure =
        request.isSecure()
            || request.header("x-forwarded-proto").filter("https"::equalsIgnoreCase).isPresent();
    return Stream.of(
            COOKIE + "=" + key,
            "Path=" + PATH,
            "Max-Age=" + seconds,
            "HttpOnly",
            "SameSite=Strict",
            isSecure ? "Secure" : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
