package org.azulejo.admin.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Those who have logged in, a bounded number of them. Safe for many threads. */
final class Sessions {
  private static final int MOST = 200;

  private final Tokens tokens;

  /**
   * What the tokens of pages are made of. They are the same for all sessions of a user: a form that
   * was open while its session ended can be sent after the next login.
   */
  private final String seed;

  private final InstantSource clock;

  /** By the digests of their keys. */
  private final Map<String, Session> sessions = new HashMap<>();

  Sessions(Tokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.seed = tokens.next();
    this.clock = clock;
  }

  /**
   * Begins one; if there are too many, the one unused for longest ends.
   *
   * @return its key
   */
  synchronized String begin(User user) {
    Instant now = clock.instant();
    sessions.values().removeIf(session -> session.isOver(now));
    if (sessions.size() >= MOST) {
      sessions.entrySet().stream()
          .min(Comparator.comparing(entry -> entry.getValue().used()))
          .map(Map.Entry::getKey)
          .ifPresent(sessions::remove);
    }
    String key = tokens.next();
    sessions.put(Tokens.digest(key), new Session(user, Tokens.digest(seed + user.digest()), now));
    return key;
  }

  /**
   * The session of this key, if it has not ended.
   *
   * @param isUse whether this keeps it from ending idle
   */
  synchronized Optional<Session> find(String key, boolean isUse) {
    Instant now = clock.instant();
    Session session = sessions.get(Tokens.digest(key));
    if (session == null || session.isOver(now)) {
      return Optional.empty();
    }
    if (isUse) {
      session.use(now);
    }
    return Optional.of(session);
  }

  synchronized void end(Session session) {
    sessions.values().remove(session);
  }
}
